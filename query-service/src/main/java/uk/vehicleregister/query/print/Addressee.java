package uk.vehicleregister.query.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import uk.vehicleregister.kernel.keeper.Address;
import uk.vehicleregister.kernel.keeper.Business;
import uk.vehicleregister.kernel.keeper.Estate;
import uk.vehicleregister.kernel.keeper.Grantee;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.keeper.Person;
import uk.vehicleregister.kernel.keeper.Postcode;

/// Who a paper is posted to, in clear: lives as long as the print.
///
/// @param lines of the address, blank ones left out
record Addressee(String name, List<String> lines) {

    private static final Pattern WHOLE_POSTCODE = Pattern.compile("(.+)([0-9][A-Z]{2})");
    private static final String WITHHELD = "***";

    Addressee {
        lines = lines.stream().filter(line -> !line.isBlank()).toList();
    }

    static Addressee of(Keeper keeper) {
        String name = switch (keeper) {
            case Person person -> person.title() + " " + person.firstNames() + " " + person.lastName();
            case Business business -> business.name();
            case Estate estate -> estate.executor();
        };
        return of(name, keeper.address());
    }

    static Addressee of(Grantee grantee) {
        return of(grantee.name(), grantee.address());
    }

    private static Addressee of(String name, Address address) {
        List<String> lines = new ArrayList<>(address.lines());
        lines.add(address.postTown());
        lines.add(posted(address.postcode()));
        return new Addressee(name, lines);
    }

    /// As on an envelope: with its space, and of an old record's only the part that is known (domain.md 1.4).
    private static String posted(Postcode postcode) {
        return WHOLE_POSTCODE.matcher(postcode.text().replace(WITHHELD, "")).replaceFirst("$1 $2");
    }

    @Override
    public String toString() {
        return "Addressee[***]";
    }
}
