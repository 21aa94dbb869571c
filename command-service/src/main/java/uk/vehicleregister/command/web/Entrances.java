package uk.vehicleregister.command.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The ways in, by the names of their commands. Looked up when asked for, because some of those who ask are ways in
/// themselves.
@Component
public final class Entrances {

    private final ObjectProvider<Entrance> all;

    Entrances(ObjectProvider<Entrance> all) {
        this.all = all;
    }

    public Optional<Entrance> named(String command) {
        return all.stream().filter(entrance -> entrance.name().equals(command)).findAny();
    }

    /// Names of the commands whose form asks for all of these fields: learnt from the form itself, so that it cannot
    /// drift.
    public Set<String> askingFor(String... fields) {
        Set<String> names = new TreeSet<>();
        all.stream()
                .filter(entrance -> entrance instanceof Form<?> form && asksFor(form, fields))
                .forEach(entrance -> names.add(entrance.name()));
        return names;
    }

    private static boolean asksFor(Form<?> form, String... fields) {
        FormShape shape = Fields.shapeOf(form);
        return Arrays.stream(fields).allMatch(shape::asksFor);
    }
}
