package uk.vehicleregister.kernel.keeper;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/// Who is on record as keeping a vehicle; a keeper need not own it. There are no joint keepers (domain.md 1.2).
/// Its JSON is the contract's form, `type` first, and is what gets sealed inside an event.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Person.class, name = "PERSON"),
    @JsonSubTypes.Type(value = Business.class, name = "BUSINESS"),
    @JsonSubTypes.Type(value = Estate.class, name = "ESTATE")
})
public sealed interface Keeper permits Person, Business, Estate {

    KeeperType type();

    Address address();

    @Nullable
    Email email();
}
