"""Given names and the names by which people are called: `Johannes` and `Jan`. Editable data, own knowledge.

A call name is never a match by itself (siblings!): it makes a name doubtful instead of different, and a birth date
that agrees settles it. Two names that both stand here, and in no line together, are known to be different names.
"""

_LINES = """
johannes jan johan hans hannes joop jo john jannes hanneke han johnny joannes
hendrik henk hendrikus henri harry rik hein henny heinrich hendricus hans drik
cornelis cor kees cees corneel nelis corne cornelius
wilhelmus willem wim wil bill willy guillaume wilhelm helmus
petrus peter piet pieter pier petra pierre
jacobus jaap jacob koos sjaak jack ko jacques cobus co
gerardus gerard geert gerrit gerhardus ger gerhard gert gerrie
antonius anton toon ton antoon tonnie tony teun antoine theunis
adrianus adriaan ad arie adri janus arjan adrie arjen
franciscus frans francois frank cis franciscus
martinus martin tinus maarten martijn tinie marten
theodorus theo dorus ted dirk
lambertus bert lambert bertus ber lammert
albertus bert albert bertus ab appie ap
hubertus bert huub hub huib
gijsbertus gijs bert gijsbert
nicolaas klaas nico nicolas niek claas nicolaus
leonardus leo leonard len leendert
matheus mathijs thijs mathieu matthijs ties matthias thys mattheus
michael michiel mike giel machiel michel
christiaan chris christian kris
stephanus steef stefan stephan steven stephen
laurentius laurens lau rens laurent
alexander alex lex sander xander
bernardus ben bernard bernhard nard berend
joseph jos jozef joep sjef josef josephus
ludovicus lodewijk louis lou ludo
paulus paul pauw
thomas tom tommie tomas
robertus rob robert bob robbert
richardus richard dick ries
eduard ed edward eddie eddy edwin
rudolf ruud rudy rolf ruuth rudolph
reinier rein reint reinder
jeroen hieronymus jerom
marinus rinus marijn rien
jan-willem janwillem jan
wouter walter wout
arnoldus arnold nol noud aart arno arnaud
everardus evert ever eef
frederik fred freek frits erik fredericus frederick
gabriel gab gaby
samuel sam sem
benjamin ben benny
daniel daan dan danny
david dave daaf
maria marie ria mia riet rie mieke marijke mies marja maaike mirjam miep marieke rietje mary marietje mariette mieke
johanna jo joke jannie hanna annie hannie janna jopie hanneke anna joanna jannetje jantje jet hannah janneke jannigje
anna anneke annie an annet ans anja anita antje anne anneloes
annamaria annemarie annemiek annemieke anne-marie
elisabeth bep els liesbeth elly betty bets lies liesje lisa elsbeth betsy ellie beth lisbeth elise elsje elizabeth elis
catharina toos rina karin katrien katja tine trijntje tina kaatje kitty cato trien karina carin katharina katarina rini
cornelia cor corrie nel nelleke cora nelly corry neeltje cocky connie nellie corinne
wilhelmina mien willy wil mina wilma minie willemien willemijn helmina mientje willie minnie
hendrika riek rika henny hennie drika hetty heintje henriette rikie hendrikje hendrica
petronella nel ella petra nelly nellie pietje pietronella
adriana ada adrie jana arja adri ariaantje ad jaantje
geertruida truus geertje trudy gerda truida toos trui geertrui gertrude truusje geertruide
margaretha greet margriet griet gretha greetje marga margreet margo grietje margot rita greta margarita gre
theodora dora doortje thea dorie thera
jacoba coba co cobie jacqueline jacomijn koosje
antonia toos tonia tonny antoinette toni tonie teuna
francisca cisca fran francien sis ciska franka fransje
gerarda gerda gera gerdien gerry
alida ali lida alie aaltje aleida alice
helena leen lena helen heleen ellen lenie leny leentje helene
magdalena magda leen lena madeleine leny
martina tina tineke martine
christina tineke chris stien christine stieneke tina kristina christien christel
susanna suus suze sanne suzan suzanne sannie susan
sophia fie sofie sophie fietje sofia
louisa loes louise wies lous wiesje
lucia luus lucie loes
barbara bar babs barbera
berendina dina diny bea bertha dien dini
hermina mien hermien mina miny herma
everdina dina eef eefje
gerritdina dina gerda
theresia trees thea resi therese tres
josephina jos josje fien josefien josien
rosalia roos rosa
agatha aagje agaath aggie
apollonia loes plonia
wilhelmine mien
dirkje dieke dirkje
grietje gre greet
pieternella nel piet pieternel
klazina ina sina
jantina tina jannie
hermanus herman harm manus
gerhardina dien
mohamed mohammed muhammad mohammad mohamad mo mohamet muhammed muhamed
fatima fatma fatimah fatme
ahmed ahmad ahmet achmed achmad
mustafa mustapha moustafa mostafa
youssef yousef yusuf joesoef youssouf yousuf josef
hassan hasan
hussein husein hussain houssein huseyin
abdullah abdallah abdoullah
khadija hatice khadidja
aisha ayse aicha ayesha
ibrahim brahim abraham bram
gerarda gerrie geri ger grada gerdie
catharina ineke rinie kaat tineke
hendrika rie ineke dika drieka hendrie
wilhelmina ineke wils minke
klazina ineke klaasje
maria marian marianne marjan marjo marjolein mariska marielle mimi marijn ria rie maryam miriam mariam meryem
cornelia kee keetje cokky conny
petronella nelleke piet pieta
johanna hansje jans jansje joanne jopie jantine
elisabeth ellis liza elles betsie bettie elsa lizzy isabel els
margaretha mar margareth
adriana ariane jaan jaantje arda adrienne
aaltje ali alie
trijntje trijn tiny trina
hubertus berry
egbertus bert egbert
norbertus bert norbert
alphonsus fons alfons
alfred fred fredie alfredo
ferdinand ferry fer nand fernand
christoffel stoffel chris christophe kris
joachim jochem chiem jochum
augustinus guus august stijn augustus
constantijn stijn constant
gustaaf guus gus gustav gustave
augusta guusje gusta
maximiliaan max maxim
adolf dolf
rudolf dolf
roelof roel roeland
josephina josine josephine
henrietta jet jetty hetty riet henriette
albertina tina tineke bertie
vincentius vincent cent vince
dominicus domien dominique
ignatius ignace naas
emanuel manuel emmanuel
bartholomeus bart mees meeuwis
philippus philip flip filip philippe
isabella bella isa isabel
angelina lina angela
paulina lina pauline paulien
alexandra sandra xandra lexie
cassandra sandra
mathilda tilly til mathilde tilde
geertruida gea geesje geert
theodora door doortje
martina martien martine
gerritje gerrie gerda
jannetje jannie janny
fransiscus frans
zachariah zakaria zakariya
nathanael nathan
jonathan jon jonas
cathelijne lijn cato
abdelkarim karim
abdelaziz aziz
abderrahim rahim
nordin noureddine nourdin
zineb zaineb zeynep zaynab
hanane hanan
naima naïma
souad suad
yasmina yasmine yasmin jasmine jasmijn
leila layla laila leyla
nadia nadja
soufian soufiane sofian
bilal billal
karim kareem
jamal djamal
tarik tariq
yassin yassine yasin yacine
ismail ismael
ali aly
omar umar omer
said saïd sait
marc mark marcus
eric erik erick
lucas luc lukas luuk
carla karla
carolina caroline karoline carolien lien
claudia klaudia
sara sarah
ester esther hester
judith judit
nicole nikol
yvonne ivonne
monica monika monique
veronica veronika
jessica jessika
natasja natasha natascha
tamara tamar
linda
sandra
ingrid
patricia patries
angelique angela
ellen
ilse
kim
laura
emma
eva
julia
lotte charlotte lot
nina
fleur
roos
femke
inge
iris
marloes
sabine
saskia
wendy
astrid
bianca
brenda
esmee
naomi
jasper
bas sebastiaan bastiaan
tim timo timotheus
bart bartholomeus
koen koenraad
joris georg george
jurgen jorgen
sjoerd
jelle
rutger
ruben
lars
niels
joost
dennis
kevin
roy
marcel
ronald ron
remco
vincent
victor
arthur
hugo
oscar
simon siem
gerben
hidde
wessel
"""


_OTHERS = """
simone stefan stefanie stephanie hilde hilda kirsten pascal pepijn jesse judith gwen selin seyma soufiane samira selam
samuel yasmin arjan naomi ferdinand carola eline arie achraf anouk amber anke arjen aniek annika annelies annemarije
babette bregje britt bo carmen cindy celine charlotte chantal cynthia daphne debora deborah denise desiree diana dirk
dominique edith ellemieke elske emiel emilie erwin esra eveline evelien fabian faith fatih ferry floor floris florian
frederique geke geertje germa gijs hakan hamza hanna harm hasna heidi heleen henrike hester hilal huub ilona imke imane
irene isabelle ivo jacco janine jasmin jeanette jeanine jeffrey jelmer jennifer jens jeroen jet jill jip joep jolanda
jolien jordy jorrit josje joy joyce julian juliette justin kaj karlijn karen kelly kirsti koert kristel kubra laila lars
leonie leontien leon liam lieke lien lianne linde lisanne lonneke lydia luna maaike maartje mandy manon manuela marga
margo maria marije marina marit marloes marvin maud maurice max melanie melissa merel merve michelle michiel mila milou
mirella mirjam mirte mitchell monique murat nadine nathalie nick nicky nikki noor noortje nouria olaf olga olivier
omar orlando osman pascalle patrick paula peggy petra pim priscilla quinten rachel rachid radboud ralph ramon raoul
raymond rebecca renate rene renee reinier rianne richelle rick rianka ricardo robin roderick rolf romy ronja rosanne
roxanne ruud ryan sabrina sacha salma sam sanne sarina semra selma sebastian serena sharon sheila shirley siebe sigrid
silke silvia sylvia simon sofie sonja soraya steffen stella stijn suzan suzanne sven tamara tanja tessa thijmen thirza
tijn tineke tirza tristan ton tygo ursula valerie vera victoria viola wendela wessel wiebe wieke wilfred willeke winnie
wies xander yara yasmine yolanda youri yvette yvonne zoe zeynep ilse ingeborg renske rosalie rutger sander sjors hilke
geraldine gina godelieve gonnie greetje gerben hanke herma hugo iefke ina jaco janet jitske jitse joanne karima kees
kimberly lars liselotte lucienne lennart luuk maikel malika marco marcella mario marion marlies marlon martijn mathilde
mehmet menno mick mohamed mounir nienke niels noah noura olivia pauline raf ramazan remy robbert romee ronald ruben
sadik salim sami samir sandy sara serdar sjaak stan steven sultan sybren sylvester teun thom tobias tuncay umit veerle
vincent wilco wout yara yunus zakaria zohra rob gerda hanneke josephina yusuf
"""


def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_LINES.split("\n")):
        for name in line.replace("é", "e").replace("ï", "i").split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


_GROUPS = _groups()
_KNOWN = frozenset(_OTHERS.split())


def is_known(name: str) -> bool:
    """Is this (folded) a given name that stands here?"""
    return name in _GROUPS or name in _KNOWN


def may_be_called(name: str, other: str) -> bool:
    """May a person with one of these (folded) given names go by the other?"""
    return bool(_GROUPS.get(name, frozenset()) & _GROUPS.get(other, frozenset()))


def some_begin_with(name: str, letter: str) -> bool:
    """May a person called by this (folded) name be registered under a name with this initial?"""
    return any(letter in _LETTERS[group] for group in _GROUPS.get(name, frozenset()))


def _letters() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(name[0] for name in line.split()[:1]) for line in _LINES.split("\n"))


_LETTERS = _letters()
