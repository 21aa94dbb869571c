package uk.vehicleregister.command.person;

import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.keeper.Business;
import uk.vehicleregister.kernel.keeper.Estate;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.keeper.Nominee;
import uk.vehicleregister.kernel.keeper.Person;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// Whether two people who are sealed apart are one and the same, as far as a name and a postcode can tell. Of the
/// erased, nothing can match.
@Component
public final class SamePerson {

    private final SealedPersons persons;

    SamePerson(SealedPersons persons) {
        this.persons = persons;
    }

    /// Whether two vehicles have the same keeper by name; where they live is the postcode rule's business. An estate is
    /// not the executor themselves.
    public boolean keepsBoth(SealedKeeper one, SealedKeeper other) {
        return one.type() == other.type()
                && persons.open(one)
                        .flatMap(first -> persons.open(other)
                                .map(second -> Names.areSame(withoutTitle(first), withoutTitle(second))))
                        .orElse(false);
    }

    /// Whether a vehicle's keeper is this grantee, purchaser or nominee: by name, and by postcode where an address was
    /// given.
    public boolean isKeeper(SealedParty party, SealedKeeper keeper) {
        return persons.open(party)
                .flatMap(told -> persons.open(keeper).map(kept -> isKeeper(told, kept)))
                .orElse(false);
    }

    private static boolean isKeeper(Nominee told, Keeper keeper) {
        return hasName(keeper, told.name())
                && (told.address() == null
                        || agree(told.address().postcode(), keeper.address().postcode()));
    }

    private static boolean hasName(Keeper keeper, String told) {
        return Names.areSame(told, withoutTitle(keeper))
                || keeper instanceof Person person && Names.areSame(told, person.title() + " " + withoutTitle(keeper));
    }

    /// On old records a postcode may be partial or blank, on either side.
    private static boolean agree(Postcode one, Postcode other) {
        return one.equals(other) || one.matches(other) || other.matches(one);
    }

    private static String withoutTitle(Keeper keeper) {
        return switch (keeper) {
            case Person person -> person.firstNames() + " " + person.lastName();
            case Business business -> business.name();
            case Estate estate -> estate.executor();
        };
    }
}
