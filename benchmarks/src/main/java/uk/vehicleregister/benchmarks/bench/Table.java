package uk.vehicleregister.benchmarks.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A run's results, for people and for machines.
final class Table {

    private final Machine machine;
    private final List<Result> results;
    private final List<String> violations;

    Table(Machine machine, List<Result> results, List<String> violations) {
        this.machine = machine;
        this.results = results;
        this.violations = violations;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        machine.facts().forEach((what, fact) -> text.append("%-14s %s%n".formatted(what, fact)));
        text.append("%n%-4s %-64s %10s %-21s %8s %8s  %s%n"
                .formatted("", "what", "median", "least - most", "base", "moonshot", "verdict"));
        for (Result result : results) {
            Goal goal = result.goal();
            text.append("%-4s %-64s %10s %-21s %8s %8s  %s%n"
                    .formatted(
                            goal.number(),
                            goal.what(),
                            figure(goal, result.value().median()),
                            spread(result),
                            figure(goal, goal.base()),
                            figure(goal, goal.moonshot()),
                            verdict(result)));
            if (!result.figures().isEmpty())
                text.append("       ").append(result.figures()).append('\n');
            if (!result.note().isEmpty())
                text.append("       ").append(result.note()).append('\n');
        }
        text.append('\n');
        if (violations.isEmpty()) text.append("What was acknowledged, the log and the read model agree.");
        else
            violations.forEach(violation ->
                    text.append("DOES NOT HOLD: ").append(violation).append('\n'));
        return text.toString();
    }

    private static String spread(Result result) {
        Spread value = result.value();
        return value.count() < 2
                ? ""
                : figure(result.goal(), value.least()) + " - " + figure(result.goal(), value.most()) + " of "
                        + value.count();
    }

    private static String figure(Goal goal, double value) {
        if (Double.isNaN(value)) return "-";
        return switch (goal.unit()) {
            case "x" -> String.format(Locale.ROOT, "%.2fx", value);
            case "ms" -> String.format(Locale.ROOT, "%.1f ms", value);
            case "s" -> String.format(Locale.ROOT, "%.1f s", value);
            default -> String.format(Locale.ROOT, "%,.0f", value);
        };
    }

    private static String verdict(Result result) {
        return switch (result.verdict()) {
            case MISSED -> "MISSED";
            case BASE -> "base";
            case MOONSHOT -> "moonshot";
            case null -> "-";
        };
    }

    /// A goal that is missed is a figure; what does not hold is a fault.
    int exitCode() {
        return violations.isEmpty() ? 0 : 1;
    }

    Map<String, Object> json() {
        Map<String, Object> answer = new LinkedHashMap<>(machine.facts());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Result result : results) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("goal", result.goal().number());
            row.put("what", result.goal().what());
            row.put("unit", result.goal().unit());
            if (!result.value().isEmpty()) {
                row.put("median", result.value().median());
                row.put("least", result.value().least());
                row.put("most", result.value().most());
                row.put("rounds", result.value().count());
            }
            row.put("base", result.goal().base());
            if (!Double.isNaN(result.goal().moonshot()))
                row.put("moonshot", result.goal().moonshot());
            row.put("verdict", verdict(result));
            row.put("figures", result.figures());
            row.put("note", result.note());
            rows.add(row);
        }
        answer.put("goals", rows);
        answer.put("violations", violations);
        return answer;
    }
}
