"""Words that say nothing about the subject: grammar, contractions, slang, German basics, small talk about studying."""

from __future__ import annotations

from tutor.reading.words import rows

_SPELLED = rows("""
i: ich
i am: i'm im ima i´m
i have: i've ive
i will: i'll
i would: i'd
you: dir dich u ya du sie ihr yall y'all
you are: you're youre ur
you have: you've
you will: you'll
we: wir
we are: we're
he: er
it: es
it is: it's its
this: ths thsi dis diese dieser dieses diesen dies
that: dass das dat
that is: that's thats dats
there: da dort thr
there is: there's theres gibts
previous: prev vorige vorherige voriger
harder: schwerer schwerere schwereres schwieriger schwierigere
far: weit
go it: geht's gehts
here: hier
left:
here is: here's heres
what: wat wut whta waht wht
what is: what's whats wats whatis wats
what are: what're
how: wie hw
how is: how's hows
who: wer
who is: who's whos
where: wo
where is: where's wheres
which: welche welcher welches welchen wich
when: wann
why is: why's
let us: let's lets lass
a: ein eine einen einem einer eines
the: der die den dem des teh th
of: von vom ov
for: für fuer fr 4u
for the: fürs
to: zu zur zum
in the: ins
on: auf
at: bei beim
with: mit w wth w/ wit
without: ohne w/o widout
from: aus frm
by: per durch
into: onto
and: und n nd &
or: oder
but: aber
as: als
then: dann
if: wenn falls
because: bc cuz cause coz weil cos becuz bcs bcz since
so: soo
not: nicht nich nt
no: kein keine keinen keinem keiner nope nah nein nö nee ne
yes: ja yeah yep yea jap jo yup yess
is: ist
are: sind r
am: bin
be: sein
is not: isn't isnt
are not: aren't arent
was not: wasn't wasnt
were not: weren't werent
am not: ain't aint
do: tun mach mache machen
does: macht tut
do not: dnt don't dont donot dunt
does not: doesn't doesnt dosent dosnt
did not: didn't didnt
have: hav habe haben hab hast hve
has: hat
had: hatte
have not: haven't havent
has not: hasn't hasnt
had not: hadn't
can: cn kann kannst können könntest cn
can not: can't cant cannot
could: könnte
could not: couldn't couldnt
would: würde wuerde
would not: wouldn't wouldnt
should: soll sollte
should not: shouldn't shouldnt
will: wird werden
will not: won't wont
may: darf
must: muss müssen mus
need: brauche brauchen brauch needs needed ned
need to: needto gotta hafta
going to: gonna
want to: wanna
want: möchte moechte want wants wanted wnat
have got: got gotten
kind of: kinda
out of: outta
let me: lemme
give me: gimme gib gimmie gimmi
give: gebe gebt gibt giv gve gives gave given giving gibst giv geb
me: mir mich
my: mein meine meinen meinem meiner mah
your: dein deine deinen deinem ihre
our: unser unsere
us: uns
them: em
two: zwei
three: drei
four: vier
five: fünf fuenf
six: sechs
seven: sieben
eight: acht
nine: neun
ten: zehn
once: einmal mal
both: beide beiden
all: alle allen alles allem
every: jede jeder jedes
some: paar
something: sumthing sumthin somthin smthing somethin somthing etwas smth sth smthng somethin
anything: anythin
nothing: nothin nix nichts
everything: everythin
someone: jemand
other: others
another: anoter nother anothr noch
more: mehr moar mor
less: weniger
much: viel
many: viele vielen
lot: lots
little: lil bisschen bissl litle
same: gleiche gleichen selbe
own: eigene eigenen
whole: ganze ganzen gesamte hole
believe: trust convinced trauen vertrauen
matter: matters egal
would be: wäre wären waere
full: komplett komplette vollständig vollständige
entire: entirely
final: finally
only: nur bloß
just: jus jst
really: rly realy wirklich
very: sehr
also: auch
still: immer stil
already: schon bereits alrdy
now: jetzt nun nw rn
before: vorher davor
after: danach nachdem afterwards
between: zwischen btwn
over: über
under: unter
back: zurück zurueck bak
about: abt bout
through: thru durch
instead: stattdessen anstatt
like: lik
maybe: vielleicht mayb perhaps probably possibly
please: pls plz plss plese bitte pleas pliz plis pleeease plase pelase
sorry: sry entschuldigung verzeihung entschuldigung entschuldige tschuldigung
ok: okay okey okk okie kk alright alr allright oki
well: wel
oh: ohh
ah: ahh ahhh aha
hm: hmm hmmm hmmmm mhm mh umm um uhm uh uhh ähm äh erm zzz zzzz puh uff yawn gähn boah boh tja naja hmpf seufz pff pfff
lol: haha hahaha lmao xd rofl lmfao hehe
omg: wtf ffs smh bruh bro dude mate buddy pal guys sir mam madam professor prof ugh argh damn dammit shit
omg: fuck fucking crap heck hell gosh jeez sheesh wow whoa yay woohoo
btw: fyi imo imho tbh ngl afaik asap
anyway: anyways
actually: actualy eigentlich acutally
basically: basicly
literally: literaly
honestly: honest
exactly: genau exact exakt
completely: totally total
somehow: irgendwie
rather: lieber
out: raus heraus
know: kno weiß weiss wissen kenne knw knows knew known
think: denke glaube thinking thought thinks thnk guess believe suppose assume
see: sehen sehe seh seen sees saw
say: sag sage says said saying sagen sagst
tell: tells told telling erzähl tel
ask: askin asks asked asking frag gefragt gefordert verlangt
get: rausbekommen herausbekommen kriege bekomme bekommt kriegt krieg gets getting gt bekomm
find: finde finden finds found finding
make: makes made making mak
take: takes took taken taking
use: used uses using benutze benutzen verwende nutze nehmen nehme
go: gehe geh goes went gone geht ging
come: komm komme comes came coming kommt kommen kommst komme kam kamen
look: looks looked looking schau schaue
work: works working worked funktioniert
put: puts putting
keep: keeps kept
send: sent sends sending
read: reads reading lesen
move: moves moving
apply: applied applies applying anwenden wende
happen: happens happened happening passiert
seem: seems seemed
feel: feels felt
hope: hopefully
wonder: wondering
forget: forgot forgotten vergessen
miss: misses
learn: learning learned learnt lerne lernen
study: studying studied
continue: continuing weitermachen
repeat: repeated wiederhole wiederholen
remind: reminder
define: defined definition definitions
clarify: clarification
walk: walking
wait: warte hold
thing: things thingy ding stuff zeug stuf
way: ways weg
kind: kinds
case: cases fall
point: points punkt
side: sides seite
end: ends ende
rest: restliche
half: hälfte
line: lines linie
middle: mitte
word: words
name: named names
rule: rules regel
reason: reasons grund
sense: sinn
purpose: zweck
good: gut gute guten gud
nice: nais
cool: coole
perfect: perfekt
better: besser
best: beste
bad: schlecht
easy: einfach easier easiest ez leicht
hard: schwer harder difficult schwierig tough tricky
simple: simpler
quick: quickly schnell kurz short briefly brief
slow: slowly langsam
long: lang longer
big: bigger groß large larger
small: smaller klein kleine kleiner kleines kleinen tiny smol
new: neue neuen neues neuer
fresh: frische
extra: zusätzliche
possible: möglich
ready: bereit
clear: clearer klar deutlich deutlicher klarer verständlicher
specific: concrete konkret concretely konkrete
general: generally
normal: normally
usual: usually
weird: strange komisch odd
dumb: stupid dumm silly noob dummy idiot blöd
important: wichtig
enough: genug
together: zusammen
separate: separately
alone: allein
at all: überhaupt
eg: e.g. zb
ie: i.e.
etc: usw
vs: versus
whatever: egal
though: tho doch
therefore: hence thus deshalb
whether: ob
until: bis till til
never: nie niemals nvm nevermind
lecture: lectures vorlesung slides script lecturer
course: kurs
exam: exams klausur prüfung midterm finals
homework: hw hausaufgabe hausaufgaben
everyone: everybody
what for: wozu wofür wofuer
calculator: taschenrechner
laptop: computer
hand: hands
list: liste lists
change: changes changed changing ändert ändern switch
expect: expected expecting erwartet
equal: equals gleich
obtain: obtained erhalte erhält
plug: plugged
run: runs running ran
test: tests tested
compare: compared
match: matches
count: counts counted counting zähle zählen
max: maximum
min: minimum
negative: negativ
infinity: inf
factor: factors faktor
term: terms
variable: variables
function: functions funktion
operation: operations op
letter: letters
toward: towards
against: gegen
python: pyhton phyton pyton pytohn pythn
been: gewesen
jump: sprünge
oops: ups uups upsi hoppla huch mist quatsch blödsinn
belong: belongs gehört gehören
at it: drauf
how did: how'd
come out: rauskommt herauskommt rauskommen herauskommen
stand: steht stehe steh stehen
where does: woher
overall: insgesamt
""")

_BARE = """
able above accept accurate across activation activations actual adaptive ago agree aka along although always an any
plate worded phrased formulated flavour flavor array arrays ndarray parse parses latex csv tuple tuples sitze sitz
anywhere apart appear appears argh around attached average away awesome been behind being below bootcamp bottom
bracket build capital carry causal certain challenge classmate close clue clueless clues combine complete connected
constant construct contain contains correlation create cross cry curious current custom data deal demonstrate
denominator derivation describe determine deutsch did direction doing done down draw drop during each eh einfacher
either elaborate eleven else english even ever excel except execute exist false far fest feststecken few field figure
fine floor following forever form frame fully further future german going great greetings groups guide handle hate
having helpful her him his hit hm hold holds however huh ignore in include inside interesting intuition it kill
killing konkret konkreter label labels later laut let links lol lovely man manual manuals map mark meh menu might mind
mine minus mirror mirrored mode most multi mush myself near necessary neither none notation numerator numerical nvm
obviously off offen often omit one ones open option options original out outer outside overflow particular pen per
place plus positive precise pretty previous proceed produce projection push quite random rank real receptive rechts
reconstruct remain remaining remains remember remove rephrase replace represent reset restate return review ring rock
role rotate rotated set shall sharing she silly similarity simply skip skipping sometimes somewhere soon speak special
stable stand stare staring stecke stop struggling submit subtract such super support supposed syntax teach teacher
terminal than their these they those through tick tired token too top track transformer triangular trigger trouble
true tutorial twelve twice understandable understanding undo unfinished unless unsolved up useful valid version via
voice vor was ways weg welcome were while whose win worum wrt yet yours
"""

PLAIN = {word: word for word in _BARE.split()} | _SPELLED
