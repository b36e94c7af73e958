"""Words of working through a sheet: exercises, hints, answers, checks."""

from __future__ import annotations

from tutor.reading.words import rows

TASK = rows("""
exercise: exercises excercise excersise exercize exercice exersise excercises ex exc exer aufgabe aufgaben
exercise: aufg übung uebung übungen assignment assignments exo
task: tasks
question: questions frage fragen ques qn
problem: problems
sheet: worksheet sheets blatt übungsblatt aufgabenblatt
part: parts teil teile teilaufgabe subpart subtask subquestion subproblem bit
hint: denkanstoß denkanstoss anstoß stupser anhaltspunkt starthilfe schubs schubser fingerzeig
ii:
iii:
iv:
hint: hints tip tips nudge nudges pointer pointers hinweis hinweise tipp tipps hinweisen hnt hitn hnit
helped: helps
help: helping hlpp hilfe hilf helfen hlp halp assist assistance
stuck: hängengeblieben steckengeblieben bogged
stuck: hänge haenge hängen feststecke stucked stuk festgefahren schlauch aufgeschmissen ratlos
solution: solutoins solutn lösung lösungen loesung loesungen soln sol soltuion solutoin lsg musterlösung
answer: answers antwort antworten anwser awnser answr ans
result: results ergebnis ergebnisse resultat
solve: solving solves löse lösen löst loese loesen
solved:
step: stp steps schritt schritte stepwise
check: control checks checked checking checkin prüfe prüfen überprüfe überprüfen pruefe ueberpruefe
check: kontrolliere kontrollieren prüf überprüf kontrollier
verify: verifying verified
correct: corect correctly right rite richtig korrekt stimmt stimmts passt
wrong: incorrect falsch rong worng
mistake: mistakes error errors fehler slip slips vertan verrechnet verzählt vertippt
attempt: attempts try tries tried trying versuch versuche versuchen
explain: explained explaining explains explanation explanations erklär erkläre erklären erklärung erklaer
explain: erklaere erklaeren explane
understand: understood understanding verstehe verstehen versteh verstanden undersand undertand comprehend
mean: means meant meinte meint meinst meintest gemeint meaning bedeutet bedeuten bedeutung heißt heisst meanin
different: andere anderen anderes anderer verschiedene
difference: differences differ differs unterschied unterschiede diff
why: warum wieso weshalb
compute: computing computes calculate calculating calculates calculation calculations calc berechne berechnen
compute: berechnung rechne rechnen computation computations evaluate
computed: calculated berechnet gerechnet evaluated
practice: practise practicing practising practices üben uebe ueben drill drills
train: training trainieren
similar: ähnlich ähnliche ähnlichen ähnliches aehnlich aehnliche alike analog
progress: progres progess progres fortschritt fortschritte checklist scoreboard tally completion
finished: finishd finish dne fertig geschafft erledigt gelöst completed finishing finito
show: shows shw shown showing zeig zeige zeigen display
start: fang fange fängt fangen begins starts begin starting started anfangen anfange beginne starten beginning
next: nächste nächster nächsten nächstes naechste naechster naechsten nxt weiter
again: nochmal nochmals erneut agn
thanks: dank thank thx thanx ty tysm tnx thnx thankyou danke dankeschön dankeschoen merci cheers gracias
thanks: thankss tks tyvm grazie obrigado danki
hello: hi hey heya hiya hallo hullo helo yo moin servus hola bonjour howdy ciao sup greetings hai heyy hii
hello: heyya grüezi gruezi gm wassup wazzup ayo salut salutations namaste hallöchen hellooo helloo
bye: goodbye tschüss tschüß tschuess cya byebye ciaoo adios tschau wiedersehen farewell laters gn gn8 nighty
command: commands befehl befehle cmd cmds
statement: aufgabenstellung aufgabentext wording
text: txt
confused: confuse confusing confuses verwirrt
lost:
reveal: revealed spoil spoiler
walkthrough:
variant: variants variation variations variante
quiz: quizz quizzes
latex: tex
status:
photo: photos screenshot screenshots pdf upload uploading
bracket: brackets
attribute: attributes
loop: loops iterate iterating
overview: überblick übersicht uebersicht
missing: fehlt fehlen
format: formats formatting
type: typ typing types typed tippe tippen eingeben eintippen
paste: einfügen einfuegen kopieren pasted pasting
table: tables tabelle tabellen spreadsheet
phone: fone smartphone handy mobile iphone android tablet
dictate: diktiere diktieren dictating dictation
notation: notations schreibweise schreibweisen
fraction: fractions bruch brüche
accept: accepts accepted akzeptierst
file: files csv xlsx
note: notes notizen
fill: füll fülle ausfüllen filled
write: written writing writes wrote schreibe schreiben
rounding: rounded round runden gerundet
decimal: decimals
enter: entering entered
tutor:
bot: chatbot
button: buttons
concept: concepts
idea: ideas idee
method: methods methode
approach: approaches
theory: theorie
example: examples beispiel beispiele
detail: details
feedback:
code: codes
script:
print: prints printed printing spuckt
sure:
idk: dunno
wanna:
skip: skipped skipping
50: fifty
18: eighteen
16: sixteen
19: nineteen
11: eleven
first: 1st erste ersten erster erstes frist
second: 2nd zweite zweiten zweiter zweites
third: 3rd dritte dritten dritter drittes
fourth: 4th vierte vierten vierter viertes forth
last: letzte letzten letzter letztes
""")
