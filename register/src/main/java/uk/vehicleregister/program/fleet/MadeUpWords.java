package uk.vehicleregister.program.fleet;

import java.util.List;

/// The words keepers are made up from.
final class MadeUpWords {

    /// A post town, its postcode area, and how many districts of that area to draw from.
    record Town(String name, String area, int districts) {}

    /// A title with the first and second names that go with it.
    record Named(String title, List<String> firstNames, List<String> secondNames) {}

    private static final List<String> WOMEN = List.of(
            "Alice", "Anna", "Bronwen", "Carys", "Chloe", "Ella", "Emma", "Farah", "Fiona", "Gwen", "Hannah", "Harriet",
            "Isla", "Kate", "Laura", "Mair", "Martha", "Megan", "Nadia", "Nia", "Priya", "Rhian", "Rosie", "Sian",
            "Sophie", "Una", "Yasmin");

    private static final List<String> MEN = List.of(
            "Aled", "Amir", "Ben", "Daniel", "Dylan", "Ewan", "George", "Hugh", "Ian", "Jack", "James", "Kiran",
            "Lewis", "Noah", "Oliver", "Owen", "Rhys", "Samuel", "Tariq", "Thomas", "Will");

    private static final List<String> WOMENS_SECOND = List.of("Ann", "Claire", "Ellis", "Jane", "Mai", "Ruth");
    private static final List<String> MENS_SECOND = List.of("David", "Ellis", "John", "Lee", "Paul");

    static final List<Named> NAMED = List.of(
            new Named("Mr", MEN, MENS_SECOND),
            new Named("Mr", MEN, MENS_SECOND),
            new Named("Mr", MEN, MENS_SECOND),
            new Named("Mrs", WOMEN, WOMENS_SECOND),
            new Named("Mrs", WOMEN, WOMENS_SECOND),
            new Named("Miss", WOMEN, WOMENS_SECOND),
            new Named("Ms", WOMEN, WOMENS_SECOND),
            new Named("Dr", WOMEN, WOMENS_SECOND));

    static final List<String> LAST_NAMES = List.of(
            "Ackroyd",
            "Adams",
            "Ahmed",
            "Bailey",
            "Begum",
            "Bevan",
            "Birch",
            "Brown",
            "Campbell",
            "Carter",
            "Clarke",
            "Cooper",
            "Davies",
            "Edwards",
            "Evans",
            "Fletcher",
            "Foster",
            "Gallagher",
            "Green",
            "Griffiths",
            "Hall",
            "Harris",
            "Hughes",
            "Hussain",
            "Iqbal",
            "Jenkins",
            "Jones",
            "Kaur",
            "Kelly",
            "Khan",
            "Lloyd",
            "MacDonald",
            "Morgan",
            "Morris",
            "Murphy",
            "Murray",
            "O'Brien",
            "Owen",
            "Parry",
            "Patel",
            "Phillips",
            "Powell",
            "Price",
            "Rees",
            "Roberts",
            "Scott",
            "Shah",
            "Singh",
            "Smith",
            "Stewart",
            "Taylor",
            "Thomas",
            "Turner",
            "Walker",
            "Ward",
            "Watkins",
            "White",
            "Williams",
            "Wilson",
            "Wood",
            "Wright",
            "Young");

    static final List<String> TRADES = List.of(
            "Couriers", "Plumbing", "Dairies", "Roofing", "Catering", "Bakeries", "Joinery", "Surveyors", "Haulage");

    static final List<String> STREETS = List.of(
            "Acacia Avenue",
            "Brook Street",
            "Castle Road",
            "Chapel Lane",
            "Church Street",
            "Elm Grove",
            "Green Lane",
            "Heol Fawr",
            "High Street",
            "Kings Road",
            "Long Row",
            "Manor Road",
            "Mill Lane",
            "New Road",
            "Oak Drive",
            "Park Terrace",
            "Queen Street",
            "Rectory Close",
            "School Hill",
            "Station Road",
            "The Crescent",
            "Victoria Place",
            "Water Lane",
            "Windmill Way");

    static final List<String> DISTRICTS =
            List.of("Flat 2", "Hillside", "Northfields", "Riverside", "The Old Dairy", "Unit 7", "Westgate");

    static final List<Town> TOWNS = List.of(
            new Town("Swansea", "SA", 9),
            new Town("Cardiff", "CF", 24),
            new Town("Newport", "NP", 20),
            new Town("Bristol", "BS", 16),
            new Town("Birmingham", "B", 38),
            new Town("Manchester", "M", 35),
            new Town("Leeds", "LS", 18),
            new Town("Sheffield", "S", 14),
            new Town("York", "YO", 32),
            new Town("Norwich", "NR", 14),
            new Town("Exeter", "EX", 6),
            new Town("Glasgow", "G", 46),
            new Town("Edinburgh", "EH", 17),
            new Town("Belfast", "BT", 17),
            new Town("Liverpool", "L", 25),
            new Town("Nottingham", "NG", 11));

    /// Letters of the inward part: C, I, K, M, O and V are not used there.
    static final String POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    private MadeUpWords() {}
}
