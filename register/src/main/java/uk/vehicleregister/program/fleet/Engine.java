package uk.vehicleregister.program.fleet;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Fuel, capacity and emissions in the words of the vehicle enquiry service, from those of a models file.
record Engine(String fuelType, String capacity, String co2Emissions, String euroStatus) {

    private static final int FIRST_YEAR_WITH_EMISSIONS = 2001; // vehicle tax by emissions began in March 2001
    private static final int MOST_CO2 = 330;

    static Engine of(Model model, int year, RandomGenerator random) {
        String fuel = fuelType(model.fuel());
        boolean electric = fuel.equals("ELECTRICITY");
        return new Engine(
                fuel,
                capacity(model.engineLitres(), electric),
                co2Emissions(fuel, model.engineLitres(), year, random),
                electric ? "" : euroStatus(year));
    }

    private static String fuelType(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "ELECTRIC" -> "ELECTRICITY";
            case "HYBRID" -> "HYBRID ELECTRIC";
            default -> word.toUpperCase(Locale.ROOT);
        };
    }

    /// No litres is right for an electric car and wrong for any other: there it stays 0, as a broken row stays
    /// broken. A range extender's litres are kept.
    private static String capacity(String litres, boolean electric) {
        try {
            int cubicCentimetres = new BigDecimal(litres).movePointRight(3).intValueExact();
            return electric && cubicCentimetres == 0 ? "" : Integer.toString(cubicCentimetres);
        } catch (ArithmeticException | NumberFormatException notANumber) {
            return litres;
        }
    }

    private static String co2Emissions(String fuel, String litres, int year, RandomGenerator random) {
        int spread = random.nextInt(30);
        if (fuel.equals("ELECTRICITY")) {
            return "0";
        }
        if (year < FIRST_YEAR_WITH_EMISSIONS) {
            return "";
        }
        int perLitre = fuel.equals("HYBRID ELECTRIC") ? 25 : 40;
        int ageing = Math.max(0, 2020 - year) * 2;
        return Integer.toString(Math.min(MOST_CO2, 45 + (int) (perLitre * litres(litres)) + ageing + spread));
    }

    private static double litres(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    /// The step in force for new cars of that year.
    private static String euroStatus(int year) {
        if (year >= 2015) {
            return "EURO 6";
        }
        if (year >= 2011) {
            return "EURO 5";
        }
        if (year >= 2006) {
            return "EURO 4";
        }
        if (year >= 2001) {
            return "EURO 3";
        }
        if (year >= 1997) {
            return "EURO 2";
        }
        return year >= 1993 ? "EURO 1" : "";
    }
}
