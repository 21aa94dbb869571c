package uk.vehicleregister.program.audit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Where an answer is not the one that is due.
final class AnswerDifferences {

    private static final int MOST = 20;
    private static final int SHOWN = 60;

    private AnswerDifferences() {}

    static void between(JsonNode told, JsonNode due, List<Finding> found) {
        between("", told, due, found);
    }

    private static void between(String at, JsonNode told, JsonNode due, List<Finding> found) {
        if (told.equals(due) || found.size() >= MOST) return;
        if (told.isObject() && due.isObject()) {
            Set<String> names = new TreeSet<>(told.propertyNames());
            names.addAll(due.propertyNames());
            for (String name : names) between(at + "/" + shown(name), told.path(name), due.path(name), found);
        } else if (told.isArray() && due.isArray()) {
            for (int i = 0; i < Math.max(told.size(), due.size()); i++)
                between(at + "/" + i, told.path(i), due.path(i), found);
        } else {
            found.add(Finding.of("answer " + at, "says " + text(told) + ", and the events give " + text(due)));
        }
    }

    private static String text(JsonNode node) {
        return node instanceof MissingNode ? "nothing" : shown(node.toString());
    }

    private static String shown(String text) {
        String harmless = text.replaceAll("\\p{C}", "?");
        return harmless.length() <= SHOWN ? harmless : harmless.substring(0, SHOWN) + "...";
    }
}
