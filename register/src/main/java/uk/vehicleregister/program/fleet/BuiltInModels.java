package uk.vehicleregister.program.fleet;

import java.util.ArrayList;
import java.util.List;

/// A short list of real models with the years they were sold, for a fleet without a models file.
final class BuiltInModels {

    private record Sold(String make, String model, String fuel, String litres, int from, int until) {}

    private static final List<Sold> SOLD = List.of(
            new Sold("FORD", "FIESTA", "Petrol", "1.2", 2003, 2022),
            new Sold("VAUXHALL", "CORSA", "Petrol", "1.4", 2001, 2023),
            new Sold("VOLKSWAGEN", "GOLF", "Diesel", "2.0", 2004, 2023),
            new Sold("NISSAN", "LEAF", "Electric", "0", 2012, 2024),
            new Sold("TOYOTA", "PRIUS", "Hybrid", "1.8", 2009, 2022),
            new Sold("BMW", "320", "Diesel", "2.0", 2005, 2023),
            new Sold("MINI", "COOPER", "Petrol", "1.6", 2002, 2022),
            new Sold("SKODA", "OCTAVIA", "Diesel", "1.6", 2005, 2022),
            new Sold("LAND ROVER", "DISCOVERY", "Diesel", "2.7", 2004, 2020),
            new Sold("MORRIS", "MINOR 1000", "Petrol", "1.1", 1963, 1971),
            new Sold("MG", "MGB GT", "Petrol", "1.8", 1966, 1980),
            new Sold("VOLVO", "240 ESTATE", "Petrol", "2.3", 1984, 1992),
            new Sold("PEUGEOT", "205", "Petrol", "1.1", 1984, 1995),
            new Sold("ROVER", "216", "Petrol", "1.6", 1990, 1999),
            new Sold("HYUNDAI", "KONA", "Electric", "0", 2018, 2024));

    private BuiltInModels() {}

    static List<Model> all() {
        List<Model> models = new ArrayList<>();
        for (int round = 0; round < 60; round++) {
            for (Sold sold : SOLD) {
                int years = sold.until() - sold.from() + 1;
                // 7 shares no factor with most spans, so that the years come in a mixed order without any randomness
                int year = sold.from() + (round * 7) % years;
                models.add(new Model(sold.make(), sold.model(), Integer.toString(year), sold.fuel(), sold.litres()));
            }
        }
        return List.copyOf(models);
    }
}
