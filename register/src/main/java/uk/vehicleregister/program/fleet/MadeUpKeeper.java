package uk.vehicleregister.program.fleet;

import java.util.List;
import java.util.random.RandomGenerator;

/// A keeper nobody is: names, streets and towns are put together at random and obey the field rules of domain.md 1.0.
record MadeUpKeeper(String type, String title, String firstNames, String lastName, String businessName, Home home) {

    /// An address, or nothing but empty columns for a vehicle in the trade.
    record Home(String line1, String line2, String postTown, String postcode) {
        static final Home NONE = new Home("", "", "", "");
    }

    private static final int BUSINESSES_IN_100 = 12;
    private static final int IN_TRADE_IN_100 = 3;

    static MadeUpKeeper draw(RandomGenerator random) {
        int kind = random.nextInt(100);
        if (kind < IN_TRADE_IN_100) {
            return new MadeUpKeeper("NONE", "", "", "", "", Home.NONE);
        }
        if (kind < IN_TRADE_IN_100 + BUSINESSES_IN_100) {
            return business(random);
        }
        return person(random);
    }

    private static MadeUpKeeper person(RandomGenerator random) {
        MadeUpWords.Named named = MadeUpWords.NAMED.get(random.nextInt(MadeUpWords.NAMED.size()));
        String second = random.nextInt(4) == 0 ? " " + one(named.secondNames(), random) : "";
        return new MadeUpKeeper(
                "PERSON",
                named.title(),
                one(named.firstNames(), random) + second,
                one(MadeUpWords.LAST_NAMES, random),
                "",
                home(random));
    }

    private static MadeUpKeeper business(RandomGenerator random) {
        String name = one(MadeUpWords.LAST_NAMES, random) + " " + one(MadeUpWords.TRADES, random) + " Ltd";
        return new MadeUpKeeper("BUSINESS", "", "", "", name, home(random));
    }

    private static Home home(RandomGenerator random) {
        MadeUpWords.Town town = MadeUpWords.TOWNS.get(random.nextInt(MadeUpWords.TOWNS.size()));
        String street = (1 + random.nextInt(199)) + " " + one(MadeUpWords.STREETS, random);
        String district = random.nextInt(5) == 0 ? one(MadeUpWords.DISTRICTS, random) : "";
        return new Home(street, district, town.name(), postcode(town, random));
    }

    /// Two in a hundred are as old records are: one blank, one with its outward part only.
    private static String postcode(MadeUpWords.Town town, RandomGenerator random) {
        String outward = town.area() + (1 + random.nextInt(town.districts()));
        String inward = random.nextInt(10) + "" + letter(random) + letter(random);
        return switch (random.nextInt(100)) {
            case 0 -> "";
            case 1 -> outward + "***";
            default -> outward + " " + inward;
        };
    }

    private static char letter(RandomGenerator random) {
        return MadeUpWords.POSTCODE_LETTERS.charAt(random.nextInt(MadeUpWords.POSTCODE_LETTERS.length()));
    }

    private static String one(List<String> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }
}
