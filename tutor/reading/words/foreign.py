"""Words that look like ours and are not: never corrected. And subjects that are none of the sheet's."""

from __future__ import annotations

LOOKALIKES = frozenset("""
mint hunt hind hit hits hilt lint tint text nest neat vest stop shop ship step-mom stock stick stack truck struck stuff
player payer prayer lawyer later laser lager strike string strict bride pride strange stripe chanel channing peddling paddling pudding
chick chuck cheek chess mark task mass musk sale stale scare whale heights eights weighs fitter folder filler
motel modem modern mode colonel kennel tuna tumor turtle exist except exact excess expect expert explore exploit
sole sold solo salve shelve slave solute resolution absolution evolution revolution pollution restart result resort
answering dancer cancer anger ankle prove proves proof praise price practical correctly collect connect direct
heat cheat shirt short shot shut chart chat nice niece niche note boat goat coat love live life leave wave cave
bank back-up pack park dark bark card cart care core corn cord word world work-day lord load road read-only
meal deal real seal meat seat beat bean moan moon mood food good-bye gold golf goal girl game gate date data rate late hate
home hope hole hose rose nose note-book name same fame came cake lake bake wake make-up milk mile mail male sail tail tall tell bell
ball call fall hall wall well-being will-power pill bill till hill kill skill spill still-life style smile while-ago white write-off
water later wafer waiter winter winner dinner diner finer timer tiger river liver lover cover hover over-night order older elder
train-station rain brain grain drain strain chain chair hair pair fair fare farm form from-now forum storm store story stone phone
money monkey honey hockey turkey jockey donkey kidney party pasty pastry pantry country county counter canter center enter-key
weather leather feather father mother brother other-wise further-more farther another-day bother lather rather-than gather
flight fight light right-now night sight might eight height weight-loss freight straight bright fright
travel gravel trivial trial trail retail detail-ed hotel hostel model-car metal medal petal pedal panel
dollar collar cellar seller cellar stellar salary celery gallery battery butter better-half bitter letter-box litter matter mattress
actress address dress press stress mistress waitress fitness witness business illness
attraction attractions attendance attendant intention invention detention retention pension tension mention
intergral conversion conversation conservation conviction confusion convulsion evolution contribution constitution institution
radio ratio ration nation notion motion lotion option action auction auctions fraction-al section selection
president resident accident incident student-loan patient parent parents presents present percent
region regional religion legion million billion union onion onions opinion
sandwich switch watch match-day catch patch-work witch pitch ditch
music magic logic-al tragic traffic terrific specific-ally pacific
kitchen chicken children chickens chicago china chin chip chips cheap cheat cheese cheers-up
spain spin span spam swim slim trim crime prime time times-new mime dime lime
pasta pasty paste-up taste waste haste coast roast toast boast
bread break dread tread thread spread dream cream steam stream scream team
tax taxi text-book next-door sex six fix mix box fox
sun son sin sit set get-away bet bat cat cats car cars bar bars far-away fat hat rat
stairs stars starts status statue statute stature
scared sacred scaled-up skate skating slate plate late-night
""".split())
"""Everyday words one or two letters away from words of the sheet."""

SUBJECTS = (
    r"integra(?:l|te|ls|tion)|derivativ\w*|differentia(?:te|l|tion|bel)\w*|antiderivative|calculus|polynomial|quadratic|trigonometr\w*|cosine|"
    r"geometry|pythagor\w*|probability theory|statistics?|stats \d+|bayes\w*|median|standard deviation|variance|regression|hypothesis test\w*|"
    r"p value|t test|anova|prime numbers?|fibonacci|factorial|percent(?:age)?|"
    r"chemistry|physics|biology|history|geography|economics|philosophy|literature|essay|poem|joke|story|song|recipe|"
    r"gpt ?-? ?\d*\w*|chatgpt|openai|claude|gemini|llama ?\d*|bert|mistral|deepseek|copilot|siri|alexa|cortana|yolo\w*|stable diffusion|"
    r"lstm|gru|rnns?|gans?|autoencoder\w*|vae|reinforcement learning|q learning|backprop\w*|back propagation|gradient descent|"
    r"svm|support vector|random forest|decision trees?|k ?-? ?means|knn|nearest neighbou?rs?|pca|overfit\w*|learning rate|adam optimizer|"
    r"quantum|blockchain|bitcoin|crypto\w*|system prompt|prompts?|jailbreak|instructions?|developer mode|dan mode|"
    r"translate|translation|spanish|french|german|italian|chinese|japanese|russian|english|capital of|weather|"
    r"pandas|dataframe|javascript|java|html|css|sql|regex|excel|docker|linux|windows|fizzbuzz|bubble ?sort|quick ?sort|binary search"
)
"""Subjects, tools and systems that a message is about when it names them: a pattern over normalised text."""
