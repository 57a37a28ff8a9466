// What looks like a misspelt name and is none. The words of the archive come on top of these (see archive-words in desk-queries.ts), so
// neither list needs what is rare, nor regular plurals, nor anything of fewer than four letters.

/** Common English words. */
export const commonWords: ReadonlySet<string> = new Set(
  `
ability able about above abroad absence absent absolute absolutely abuse accept access accident accord account accurate accuse ache
achieve acid across acted acting action active actor actress actual actually acute adapt added addict adding addition address adequate
adjust admire admit adopt adore adult advance advice advise affair affect afford afraid after afternoon again against aged agency agenda
agent agree ahead aide aimed aired alarm album alert alien alike alive allow almost alone along aloud already also alter although always
amaze amazing amber ambition amend amid among amount ample amuse anchor ancient angel anger angle angry animal ankle announce annoy annual
another answer anxiety anxious anybody anyone anything apart apology appeal appear applaud apple apply approach appropriate approve apron
area arena argue arise armed army around arouse arrange array arrest arrival arrive arrow article artist aside asked asleep aspect assault
assert asset assign assist assume assure athlete atom attach attack attempt attend attic attitude attract audience aunt author autumn
avoid await awake award aware away awesome awful awkward baby back background backward bacon badge badly bake baker balance bald ball
ballad ballet balloon ballot banal band bandage bang bank banker banner barber bare barely bargain bark barn baron barrel barrier base
baseball based basement basic basil basin basis basket bass batch bath bathe baton battery battle beach bead beam bean bear beard bearing
beast beat beaten beating beautiful beauty became because become beef been beer before beforehand began begin beginning begun behalf
behave behind being belief believe bell belly belong beloved below belt bench bend beneath benefit bent beside besides best betray better
between beyond bias bible bike bill billion bind bird birth birthday bishop bitch bite bitter bizarre black blade blame bland blank blast
blaze bleak bleed blend bless blind blink bliss block blond blonde blood bloom blow blue blues blunt blur blush board boast boat body boil
bold bolt bomb bond bone bonus book boom boost boot booth border bore bored boring born borrow boss both bother bottle bottom bought
bounce bound bowl boxer boys brad brain brake branch brand brass brave bread break breakfast breast breath breathe breed breeze brew brick
bride bridge brief briefly bright bring brisk broad broadcast broke broken bronze brother brought brown bruise brush brutal bubble bucket
budget build building built bulk bull bullet bully bump bunch burden bureau burial burn burned burst bury bush bust busy butcher butter
button buyer buying cabin cabinet cable cage cake call caller calling calm came camera camp campaign canal cancel cancer candle candy
cannon cannot canvas capable capacity cape capital captain capture carbon card care career careful careless cargo carpet carriage carried
carrot carry cart carve case cash cast castle casual catch category cater cattle caught cause caution cave cease ceiling celebrate cell
cellar cent center central centre century ceremony certain certainly chain chair chalk challenge chamber champion chance change changing
channel chaos chapel chapter character charge charity charm chart charter chase chat cheap cheat check cheek cheer cheese chef chess chest
chew chick chicken chief child childhood children chill chimney chin china chip chocolate choice choir choke choose chord chorus chose
chosen church cigar cinema circle circuit circus cite citizen city civic civil claim clan clap clarity clash class classic clause clay
clean clear clearly clerk clever click client cliff climate climax climb cling clinic clip cloak clock clone close closed closely closer
closet cloth clothes clothing cloud clown club clue clumsy cluster coach coal coarse coast coat code coffee coffin coin cold collapse
collar collect college colonel colony color colour column comb combat combine come comedy comet comfort comic coming command comment
commit common company compare compete complain complete complex compose compound concept concern concert conclude concrete condemn
condition conduct confess confide confirm conflict confuse connect conquer conscious consent consider consist constant construct consume
contact contain content contest context continue contract contrast control convert convey convince cook cooked cookie cooking cool cope
copper copy coral cord core corn corner coroner corpse correct cost costume cottage cotton couch cough could council counsel count counter
country county coup couple courage course court cousin cover cowboy crack cradle craft crash crave crawl crazy cream create creator
creature credit creek creep crew crib cried crime criminal crisis critic crop cross crowd crown crucial crude cruel cruise crush crust
cubic cult culture cure curious curl currency current curse curtain curve custom cutter cutting cycle cynic daddy daily damage dame damn
damp dance dancer dancing danger dare daring dark darkness darling data date dated daughter dawn days dead deadline deadly deaf deal
dealer dealt dean dear death debate debris debt debut decade decay deceive decent decide deck declare decline decor deed deem deep deeper
deeply deer defeat defend defense define degree delay delete delight deliver demand demon denial dense deny depart depend depict deposit
depth deputy derive descend describe desert deserve design desire desk despair desperate despite destroy detail detect device devil devote
dialogue diamond diary dice dick dictate died diet differ difficult digit digital dignity dine dining dinner direct direction director
dirt dirty disappear disaster disc discover discuss disease disguise disgust dish dismiss display dispute distance distant distinct
district disturb dive divert divide divine divorce dizzy dock doctor document does dogs doing doll dollar domain dome donate done donkey
door dose double doubt dough dove down downtown dozen draft drag dragon drain drama dramatic drank draw drawer drawing drawn dread dream
dreamer dreary dress drew dried drift drill drink drive driven driver driving drop drove drown drug drum drummer drunk duck duel dull dumb
dummy dump during dusk dust dusty duty dwarf dying each eager eagle early earn earth ease easier easily east eastern easy eaten eating
echo edge edit edition editor educate effect effort eight eighteen eighty either elder elect elegant element elevator eleven elite else
email embark embed embrace emerge emotion empire employ empty enable enact encore encounter endless endure enemy energy engage engine
enjoy enough ensure enter entire entry envy episode equal error erupt escape essay essence estate eternal ethic evade even evening event
ever every everybody everyone everything evil evoke exact exactly exam example exceed except excess exchange excite excuse exempt exercise
exert exhaust exhibit exile exist exit exotic expand expect expel expense expert explain explode exploit explore export expose express
extend extent extra extract extreme eyes fable fabric face facing fact factor factory fade fail failing failure faint fair fairly fairy
faith faithful fake fall fallen falling false fame famed familiar family famine famous fancy fang fantasy farce fare farewell farm farmer
farther fashion fast faster fatal fate father fault favor favour fear feast feather feature federal feed feel feeling feet fell fellow
felt female fence ferry fetch fever fewer fiction fiddle field fierce fifteen fifth fifty fight fighter figure file fill film final finale
finally finance find finding fine finger finish fire fired firing firm first fish fisher fist fitness five fixed flag flame flank flare
flash flat flatter flavor flavour flaw flawed flee fleet flesh flew flight flip float flock flood floor florist flour flow flower fluid
flung flush flute foam focus fold folk follow folly fond food fool foot football force forced forces ford forecast foreign forest forever
forge forget forgive fork form formal format former formula fort forth fortune forty forum forward fossil foster fought foul found four
fourteen fourth frame frank freak free freed freedom freeze frequent fresh friar friend fright frog from front frost frown frozen fruit
fuel full fully fund funeral funny furious further fury fuse fuss future gain gains gallery gallon gamble game gamer gang garage garden
garlic garment gate gather gave gaze gear gender gene general generate genius genre gentle gently genuine gesture ghost giant gift girl
girls give given giver giving glad glamour glance glare glass gloom glory glove glow glue goal goat gods going gold golden golf gone good
goodbye goods goose gorge gospel gossip gotten govern gown grab grace grade gradual grain grammar grand grandma grandpa grant grape graph
grasp grass grateful grave gravity gray grease great greatest greatly greed green greet grew grey grid grief grim grin grind grip groan
groom gross ground group grove grow grown growth grudge guard guess guest guide guilt guilty guitar gulf gusto habit hadn hail hair half
hall halt hand handful handle hands handsome handy hang hanging happen happily happy harbor harbour hard hardly harm harsh harvest hasn
haste hate hated haunt have haven having hawk hazel head heading headline heal health healthy heap hear heard hearing heart heat heather
heaven heavy heel height heir held hell hello helmet help helper helpful hence herb herd here heritage hero heroes herself hesitate hidden
hide hiding high higher highest highly hill hint hire hired hiss history hobby hold holder holding hole holiday hollow holy home honest
honesty honey honor honour hook hope hoped hopeful horizon horn horrible horror horse hospital host hotel hour house household housing
hover however huge human humble humor humour hundred hung hunger hungry hunt hunter hurdle hurry hurt husband icon idea ideal identity
idiot idle ignore image imagine impact imply import impose impress impulse inch include income increase indeed index indoor infant
inferior infinite inform inherit initial injure injury inner innocent input insect inside insist inspire instant instead insult intact
intend intense interest interior internal interval into intrigue invade invent invest invite involve iris iron irony island isle isolate
issue item itself ivory jack jacket jail james jazz jealous jeans jerk jewel joined joint joke joker jolly journal journey judge juice
july jumble jump jumped june jungle junior jury just justice justify keen keep keeper keeping kept kettle keyboard kick kicked kidnap kids
kill killed killer killing kind kinda kindly kindness king kingdom kiss kissed kitchen kite knee kneel knew knife knight knit knock knot
know knowing knowledge known label labor labour lack ladder laden lady laid lake lamb lame lamp lance land landing lane language lantern
large largely larger laser last lasting late lately later latest latin latter laugh laughter launch laundry lavish lawn lawyer layer lazy
lead leader leading leaf league leak lean leap learn learned lease least leather leave leaves leaving lecture left legacy legal legend
lemon lend length lens lent less lesson lethal letter level lever liar liberal liberty library licence license life lift light lighter
lightly like liked likely lily limb limbo limit limited line linen liner link lion lips liquid list listen listener lite literal literary
little live lived lively liver lives living load loaf loan lobby local locate lock locked lodge loft logic lonely long longer longing look
looked looking loop loose lord lords lose loser losing loss lost loud loudly love loved lovely lover loving lower lowest loyal luck lucky
lump lunar lunch lung lure lush luxury lying lyric machine madam made magazine magic magnet maid mail main mainly major maker makes making
male mall manage manager mania manner manor manual many maple marathon marble march marine mark marked marker market marriage married
marry marsh marshal martial mask mass massive master match mate material matter mature maybe mayor meal mean meaning means meant meanwhile
measure meat mechanic medal media medical medium meek meet meeting mellow melody melt member memoir memory mental mention mentor menu
mercy mere merely merge merit merry mess message metal method metre middle midnight might mighty mild mile military milk mill miller
million mimic mind mine miner mining minister minor minority mint minute miracle mirror miser misery miss missed missing mission mist
mistake mister mixed mixer mixture moan mobile mock mode model modern modest module moist moment money monitor monk monkey monster month
mood moon moral morale more moreover morning mortal most mostly mother motion motive motor motorway mould mount mountain mouse mouth move
moved movement movie moving much muddle murder murmur muscle museum music musical must mute mutter mutual myself mystery myth nail naive
naked name named namely nanny napkin narrow nasty nation native natural nature naval navy near nearby nearer nearly neat neck need needle
needn neighbour nephew nerve nervous nest neutral never newer news next nice nicely night nightmare nine nineteen ninety nobody nods noise
noisy none nonsense noon norm normal north northern nose notable note noted nothing notice notion novel nowhere number nurse nursery oath
obey object oblige observe obtain obvious occasion occupy occur ocean odds offend offer offered office officer often okay older olive once
ones onion online only onto open opened opener opening openly opera operate opinion oppose option oral orange orbit orchard order ordinary
organ origin original orphan other others ought ours ourselves outcome outdoor outer outfit outlaw outline output outrage outside outsider
oval oven over overall overcome owed owing owner oxygen pace pack package packed page paid pain painful paint painter painting pair palace
pale palm panel panic paper parade paradise parcel pardon parent park parking parlour parrot part partial partly partner party pass
passage passed passing passion passive past pasta paste pastor patch path patience patient patrol patron pattern pause paused payment
peace peach peak pear pearl peasant peel peer penalty pencil penny people pepper perfect perform perfume perhaps peril period permit
persist person personal persuade phase phone photo phrase physical piano pick picked picket picnic picture piece pierce pile pill pillar
pillow pilot pinch pine pink pint pioneer pipe pirate pistol pitch pity pivot place placed plague plain plan plane planet plank plant
planted plaster plastic plate platform play played player playful playing plead pleasant please pleased pleasure pledge plenty plot plough
pluck plug plum plump plunge plus pocket poem poet poetic poetry point pointed poison poker polar pole police policy polish polite poll
pond pony pool poor poorly pope popular porch port porter portion portrait pose position positive possess possible post poster postman
potato potent potter pound pour poverty powder power powerful practice praise pray prayer preach precede precise predict prefer prepare
presence present preserve press pressure pretend pretty prevent previous prey price pride priest primal primary prime prince princess
print printer prior prison prisoner private prize probably probe problem proceed process produce producer product profile profit profound
program programme progress project promise promote prompt proof proper property prophet propose prose protect protest proud proudly prove
proved proven provide prune public publish pull pulled pulse pump punch punish pupil puppet puppy purchase pure purely purple purpose
purse pursue push pushed puzzle quaint quality quarrel quarter queen queer quest question queue quick quickly quiet quietly quit quite
quote rabbit race racing rack radar radical radio rage raid rail railway rain rainbow raise raised ranch random randy rang range ranger
rank rapid rapidly rare rarely rate rather ratio rational raven razor reach reached react read reader reading ready real realise realism
realistic reality realize really realm reaper rear reason rebel recall receipt receive recent recently recipe reckon recognise recognize
record recover recruit reduce reel refer reflect reform refuse regard regime region regret regular reign reject relate relax release
relief relieve religion rely remain remains remark remedy remember remind remote remove render rent repair repeat replace reply report
repress rescue resemble resent reserve resident resign resist resolve resort respect respond response rest restless restore result retain
retire retreat return returning reunion reveal revenge reverse review revise revive revolt reward rhyme rhythm rice rich richer riddle
ride rider ridge riding rifle right rigid ring riot ripe rise risen rising risk risky rite ritual rival river road roar roast robber robin
robot rock rocket rocky rode roll rolled roller romance romantic roof room root rope rose roses rotten rough roughly round rouse route
routine rowdy royal rubber rubbish ruby rude ruin ruined rule ruler rules rumour runner running rural rush rust sack sacred sacrifice
sadly sadness safe safely safety said sail sailor saint sake salad salary sale salon salt salute same sample sand sandy sang sank satin
satire satisfy sauce savage save saved saving scale scandal scar scarce scare scared scarf scarlet scary scatter scene scenery scent
scheme scholar school science scold scope score scored scorn scout scramble scrap scratch scream screen screw script scroll seal sealed
search season seat second secret section sector secure seed seek seem seemed seen seldom select self sell seller senate send senior sense
sensitive sent sentence separate sequel sequence series serious sermon serpent serve served server service session setting settle seven
seventh several severance severe sewing shade shadow shady shaft shake shaky shall shallow shame shape share shared shark sharp sharply
shatter shave shed sheep sheer sheet shelf shell shelter shepherd sheriff shield shift shine shiny ship shirt shiver shock shoe shone
shook shoot shop shopping shore short shortly shot should shoulder shout shove show showed shower showing shown shrewd shrill shrine
shrink shrug shut shuttle sick side sideways siege sigh sight sign signal silence silent silk silly silver similar simple simply since
sincere sing singer singing single sink sinner sister site sitting situation sixteen sixth sixty size skeleton sketch skill skilled skin
skip skirt skull slap slash slate slave sleep sleeper sleepy sleeve slice slick slide slight slightly slim slip slope slow slower slowly
small smaller smart smash smell smile smith smoke smoky smooth snake snap snatch sneak sniff snob snow snowy soap sober social society
sock soda sofa soft soften softly soil solar sold soldier sole solely solemn solid solo solution solve some somebody somehow someone
something sometimes somewhat somewhere song soon sooner sore sorrow sorry sort soul sound soup sour source south southern space spare
spark sparkle speak speaker special species speech speed spell spend spent sphere spice spicy spider spike spin spiral spirit spite splash
splendid split spoil spoke spoken sponge spoon sport spot spray spread spring springs square squeeze stable stack staff stage stain stair
stake stale stalk stall stamp stand standard standing star stare stark start started startle starve state static station statue status
stay stayed steady steal steam steel steep steer stem step stereo stern stew stick sticky stiff still sting stir stock stole stolen
stomach stone stony stood stool stop stopped storage store storey storm stormy story stout stove straight strain strange stranger strap
straw stray stream street strength stress stretch strict strike striking string strip stripe strive stroke stroll strong structure
struggle stubborn stuck student studio study stuff stumble stunning stunt stupid style subject sublime submit subtle suburb subway succeed
success such suck sudden suddenly suffer suffice sugar suggest suicide suit suite summary summer summit summon sung sunk sunlight sunny
sunrise sunset super superb supper supply support suppose supreme sure surely surface surge surgeon surprise surrender surround survey
survive suspect suspend suspense swallow swamp swan swap swarm swear sweat sweater sweep sweet swell swift swim swing switch sword swore
symbol sympathy symptom system table tackle tact tail tailor take taken taking tale talent talk talked talking tall tame tank tanner tape
target task taste tasty taught taxi teach teacher teaching team tear tears tease teen teenager teeth tell telling temper temple tempo
tempt tender tennis tense tension tent term terms terrible terror test tested text texture than thank thanks that theater theatre theft
their theirs them theme themselves then theory there therefore these they thick thief thigh thin thing think thinking third thirst
thirteen thirty this thorn thorough those though thought thousand thread threat three threw thrill thriller throat throne through
throughout throw thrown thrust thumb thunder thus ticket tickle tide tidy tiger tight tile till tilt timber time times timid timing tiny
tired tissue title toast today together toilet told tomb tomorrow tone tongue tonight took tool tooth topic torch tore torn torture toss
total totally touch tough tour tourist toward towards towel tower town toxic trace track trade trader tradition traffic tragedy tragic
trail train trained trainer trait tramp trance transit transition translate trap trash travel traveler traveller tread treasure treat
treaty tree tremble trend trial tribe tribute trick tricky tried trigger trim trio trip triumph trivial troop tropical trouble trousers
truck true truly trumpet trunk trust trusty truth trying tube tunnel turkey turn turned turner turning turtle tutor twelve twenty twice
twin twist type typical ugly ultimate umbrella unable uncle under undergo underneath understand undo uneasy unfair unfold unhappy unify
union unique unit unite universe unknown unless unlike unlikely until unusual upon upper upright upset upside upstairs upward urban urge
urgent usage used useful useless user usual usually utter vacant vague vain valid valley value vampire vanish vanity vapour variety
various vary vast vault vein velvet vengeance venture verb verdict verge verse version versus very vessel vest veteran vice victim victor
victory video view viewer villa village villain vintage viola violence violent violet violin virgin virtual virtue visible vision visit
visitor visual vital vivid vocal vodka voice void volcano volume vote voter vowel voyage wage wagon waist wait waited waiter waiting wake
walk walked walker walking wall wallet wander want wanted wanting ward warden warm warmly warmth warn warning warp warrior wary wash
washing waste watch watched watching water wave waving weak weaken weakness wealth weapon wear wearing weary weather weave wedding weed
week weekend weekly weep weigh weight weird welcome well went were west western whale what whatever wheat wheel when whenever where
whereas wherever whether which while whip whisky whisper whistle white whole whom whose wicked wide widely widow width wife wild wilder
wildly will willing willow wind window wine wing winner winning winter wipe wire wisdom wise wish wished witch with withdraw wither within
without witness witty wizard woke wolf woman women wonder wonderful wood wooden woods wool word work worker working world worm worn
worried worry worse worship worst worth worthy would wound wounded wrap wreck wrestle wrist write writer writing written wrong wrote yard
yarn yawn year yearn years yell yellow yesterday yield young younger your yours yourself youth zeal zero zone
`
    .trim()
    .split(/\s+/),
)

/** Common names of people and places, and of days. */
export const commonNames: ReadonlySet<string> = new Set(
  `
aaron abby abigail abraham adam adams adrian africa agnes aidan alabama alan alaska albert alec alex alexander alexandra alfred alice
alicia alison allan allen allison amanda amelia america american amsterdam andre andrea andrew andy angela anita anna anne annie anthony
antoine antonio april archie arizona arnold arthur ashley asia athens atlanta atlantic audrey august austin australia austria barbara
barcelona barney barry beatrice becky belgium belinda benjamin bennett berlin bernard bertha beth betty billy birmingham bobby bonnie
boris boston bradley brandon brazil brenda brett brian bridget bristol britain british brooklyn bruce bruno bryan caleb california calvin
cambridge cameron canada carl carla carlo carlos carmen carol carole caroline carrie carter casey catherine cathy cecil celia charles
charlie charlotte chelsea cheryl chicago chile chinese chloe chris christian christina christine christmas christopher claire clara clark
claude claudia clive colin connor conrad cornwall craig cuba cuban cynthia daisy damian damien dana daniel daniela danny darren dave david
debbie deborah december denmark dennis derek detroit devon diana diane dominic donald donna doris dorothy doug douglas dublin duncan
dustin dutch dylan easter eddie edgar edinburgh edith edmund edna edward edwin egypt eileen elaine eleanor elena eliza elizabeth ella
ellen elliot elliott elsa elsie elvis emil emily emma england english eric erica erik erin ernest esther ethan eugene europe european evan
evelyn fanny february felicity felix finland fiona florence florida france frances francis frankie franklin fred freddie frederick french
friday gabriel gareth gary gavin gemma geoff geoffrey george georgia gerald gerard german germany gilbert gillian gina glasgow glen glenn
gloria gordon graham greece greek greg gregory greta hannah harlem harold harriet harris harrison harry harvey havana hayley hector heidi
helen helena henry herbert hilary holly hollywood homer houston howard hubert hugh hugo iceland india indian ingrid ireland irene irish
isaac isabel isabella israel istanbul italian italy ivan jackie jackson jacob jake jamie jane janet janice january japan japanese jared
jasmine jason jean jeff jeffrey jennifer jenny jeremy jerome jerry jersey jesse jessica jill jimmy joan joanna joanne joel john johnny
johnson jonah jonathan jones jordan joseph josh joshua joyce juan judith judy julia julian julie juliet justin karen karl kate katherine
kathleen kathy katie keith kelly kenneth kenny kevin kirk kirsten korea korean kristen kristin kyle larry laura lauren laurence laurie
lawrence leah leeds leon leonard leslie lewis liam lillian linda lindsay lionel lisa liverpool lloyd logan lola london lorenzo louis
louisa louise lucas lucia lucy luis luke lydia lynn mabel madrid maggie malcolm manchester mandy manhattan marc marcel marcia marco marcus
margaret margot maria marian marianne marie marilyn mario marion marlon martha martin marvin mary mason matilda matt matthew maureen
maurice mavis maxine megan melanie melissa mexico michael michel michelle miguel mike milan miles millie milton mira miranda miriam
mitchell molly monday monica montreal moore morgan morocco morris moscow moses murray myra nadia nancy naomi naples natalie natasha nathan
neil nelson netherlands nicholas nick nicola nicole nigel nina noah noel nora norma norman norway november october oliver olivia oscar
owen oxford pacific palestine pamela paris patricia patrick paul paula pauline pedro peggy penelope percy persia peru peter philip phillip
phoebe phyllis poland portugal prague rachel ralph ramona raymond rebecca reese regina reginald rhoda ricardo richard ricky rita robert
roberta roberto robinson roger roland roman rome ronald rosa rosalind rosemary rosie roxanne ruben rufus rupert russell russia russian
ruth ryan sabrina sally samantha sammy samuel sandra sarah saturday saul scotland scott scottish sean sebastian september sergio seth
shane shanghai shannon sharon sheila shelley sherlock shirley sicily sidney simon sofia sonia sophia sophie spain spanish spencer stanley
stella stephanie stephen steve steven stewart stuart sunday susan susie suzanne sweden swedish switzerland sydney sylvia tamara tanya
taylor terence teresa terry tess texas theodore theresa thomas thompson thursday tiffany timothy tina todd tokyo tommy toni tony toronto
tracy trevor tuesday turkish tyler ukraine ursula valerie vanessa venice vera vernon veronica vicky victoria vienna vietnam vincent
virginia vivian wales wallace walter wanda warren warsaw washington wayne wednesday welsh wendy wesley wilfred william williams willie
wilson winston xavier yvonne zachary
`
    .trim()
    .split(/\s+/),
)
