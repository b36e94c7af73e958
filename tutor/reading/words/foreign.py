"""Words that look like ours and are not: never corrected. And subjects that are none of the sheet's."""

from __future__ import annotations

_LOOKALIKES = """
alignment alters analogy assistant assistants bath beginner bracelet branches bypasses chanel clashes classics
classified classifieds classy clicking cold commando comments commute commuter commuting competition compiles
composing computers conceit concerns concert confusion consents consumed consumes content contest cores decision
deference deflated deflation deletion deletions detailed dividend duration durations eights energies exclamation
exorcist exploration filed firewall fixtures flatter flattery flipper formerly fracture furnished gain greeting
heights heists identify inert injection insertion integrate integrating intention interacting invention inverts late
lawyer lease linearly liner  messing modes networkx order orders paddling painter painting parting passing past
peddling pictures pint pitches pointed pointing pointless polling portability practical printer process produced
producer programs projects protects pudding races racket raining resale resent reversal reversed sale sales scanning
scored scraping seconds serves shadowing shelving shipped shipping shopping shoulder shouting skipper sledding slipped
snowing sole sore spectrum splicing stack stake star stars starter starving stating stats stick stock striped stripes
stripping struck swimming tale tenor trailing transport upgrading variance waiter waiting water weighs whiteout widow
writer
"""
LOOKALIKES = frozenset(_LOOKALIKES.split())
"""Everyday words one or two letters away from words of the sheet."""

_EVERYDAY = """
day drive file list message music name note number open page people phone photo place play read send show text
time table tonight tomorrow week weather word work year yesterday
"""
EVERYDAY = frozenset(_EVERYDAY.split())
"""Words of working through a sheet that are just as much of calendars, lists and phones."""

SUBJECTS = (
    r"integra(?:l|te|ls|tion)|derivativ\w*|"
    r"differentia(?:te|l|tion|bel)\w*|"
    "antiderivative|calculus|polynomial|"
    r"quadratic|trigonometr\w*|cosine|"
    r"geometry|pythagor\w*|probability theory|"
    r"statistics|stats \d+|bayes\w*|"
    "median|standard deviation|variance|"
    r"regression|hypothesis test\w*|"
    "p value|t test|anova|prime numbers?|"
    "fibonacci|factorial|percent|(?<!what )percentage|"
    "chemistry|physics|biology|history|"
    "geography|economics|philosophy|"
    "literature|essay|poem|joke|story|"
    r"song|recipe|gpt ?-? ?\d*\w*|chatgpt|"
    r"openai|claude|gemini|llama ?\d*|"
    "bert|mistral|deepseek|copilot|"
    r"siri|alexa|cortana|yolo\w*|stable diffusion|"
    r"lstm|gru|rnns?|gans?|autoencoder\w*|"
    "vae|reinforcement learning|q learning|"
    r"backprop\w*|back propagation|gradient descent|"
    "svm|support vector|random forest|"
    "decision trees?|k ?-? ?means|knn|"
    r"nearest neighbou?rs?|pca|overfit\w*|"
    "learning rate|adam optimizer|quantum|"
    r"blockchain|bitcoin|crypto\w*|system prompt|"
    "prompts?|jailbreak|instructions?|"
    "developer mode|dan mode|translate|"
    "translation|spanish|french|(?<!write in )(?<!speak )(?<!understand )(?<!in )german|"
    "italian|chinese|japanese|russian|"
    "english|capital of|weather|you are now|"
    "(?:forget|ignore|disregard|bypass|override|break) (?:all|everything you|everything that|your|any|"
    "previous|the (?:rule|above|previous))|"
    r"you are (?:\w+ )?(?:root|admin|unrestricted|free from|no longer)|you (?:have|are under) no (?:rule|restriction)|"
    r"and (?:have|has) no (?:rule|restriction|filter)s?\b|"
    "pretend|act (?:as|like)|from now on|"
    r"dan|roleplay|role play|your (?:rule|prompt|source|config\w*|instruct\w*|password)|"
    "repeat (?:the words|everything above|after me)|"
    "hello world|admin|password|secret|"
    "pay(?:ing)? attention|credit score|"
    "head of|wobbly|peach|restaurants?|los(?:e|ing) weight|(?:hint|tip) should i|cover letter|"
    "this weekend|score last night|"
    r"channel to \d|turn (?:left|correct|right)$|how old|your name|"
    "yourself|javascript|"
    "(?<!paste )(?<!from )(?<!accept )(?<!understand )(?<!support )(?<!read )(?:pandas|dataframe|excel)|"
    "java|html|css|sql|regex|"
    "docker|linux|windows|fizzbuzz|"
    "bubble ?sort|quick ?sort|binary search|linked list|big ?-?o(?: notation)?|time complexity|"
    r"(?<=how do )hint(?= work in)|database\w*|normal form|compiler\w*|operating system|git|github|merge conflict|"
    r"vlookup|pivot table|word document|powerpoint|printer|wifi|wi-fi|router|bluetooth|password|"
    r"movies?|films?|series|netflix|actor|actress|band|concert|album|novel|book\w*|museum|theat(?:er|re)|"
    r"football|soccer|basketball|tennis|runner|running shoe|marathon|gym|workout|yoga|bike|bicycle|"
    r"girlfriend|boyfriend|crush|wedding|marriage|divorce|dating|birthday|boss|roommate(?= (?:is|keeps|never|stole))|"
    r"landlord|rent|mortgage|loan|tax(?:es)?|bank account|credit card|visa|passport|insurance|invoice|salary|"
    r"supermarket|grocer\w*|restaurant|kitchen|cook\w*|bake|(?<!piece of )cake|pizza|pasta|soup|coffee machine|"
    r"beer|wine|"
    r"dog|(?<=my )cat|cats|puppy|hamster|plants?|garden|luggage|flight|airport|train station|bus|hotel|holiday|"
    r"vacation|"
    r"doctor|headache|fever|medicine|pill|diet|sleep(?:ing)? better|insomnia|lottery|stock market|share price|"
    r"president|election|politic\w*|religion|zodiac|horoscope|moon|planet|gravity|newton\w*|mechanics|"
    r"thermodynamics|voltage|circuit|acid|molecule|protein|cell biology|evolution|dinosaur\w*|"
    r"(?:what|if) [\w ]{0,20}\bfail (?:the |my |this )?(?:exam|course)|"
    r"linear (?:programming|regression)|(?:quiz|game|talk) show|lost my (?:key|wallet|purse|phone|bag)|"
    r"p[ -]?values?|cross product|curl of|laplace|fourier|taylor series|(?:natural )?logarithm|prime factor\w*|"
    r"(?:where|when|how|whom) [\w ]{0,20}\bhand (?:it )?in|deadline|due date|office hours?|(?:last|previous) "
    r"year(?: s)?|(?:is|are) (?:it|this|the sheet|the exercise) due|past exam|exam date|"
    r"when is the (?:exam|lecture|test)|pass the (?:exam|course)|room number|lecture hall|grade scale|"
    r"everything above|above (?:this|the) (?:line|message|text)|(?:hidden|secret|internal|initial) (?:prompt|"
    r"message|rule|text|setting|command)|"
    r"stride length|kernel panic|linux kernel|popcorn|corn kernel|oil filter|coffee filter|air filter|"
    r"filter coffee|instagram|tiktok|youtube|tv channel|attention (?:span|deficit|seeking)|(?:her|his|their|"
    r"someone|people|everyone)(?: s)? attention|"
    r"fraction\w* (?:into|to) (?:a )?(?:decimal|percent)|"
    r"(?:multiply|divide|add|subtract|simplify|reduce) (?:\w+ ){0,2}fraction|"
    r"square root of (?:a )?negative|imaginary number|long division|times tables?|hexagon|"
    r"(?:out of|\d|zero|one|two|three|four|five) stars?|website\w?|web ?pages?|home ?page|"
    r"note ?pad(?:ding)?|mouse pad|knee pad|(?:the )?matrix (?:re|movie|film|trilogy)\w*|keanu|"
    r"(?:is|the|on|watch|open|to) cnn (?:now|news|live|correct|today|app|page)|"
    r"write (?:in )?(?:c|java|python|a (?:letter|poem|cv|check))\b|^text \w+ (?:hello|that)\b|p equal to np|"
    r"causal (?:restaurants?|dining|clothes|shoes|dress\w*|wear|outfits?|games?|meeting)|"
    r"face mask|mouth|bias in (?:the )?(?:news|media|press)|unconscious bias|weight loss|lose (?:some )?weight"
)
"""Subjects, tools and systems that a message is about when it names them: a pattern over normalised text."""
