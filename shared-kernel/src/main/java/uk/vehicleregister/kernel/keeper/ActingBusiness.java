package uk.vehicleregister.kernel.keeper;

import static java.util.Objects.requireNonNull;

/// A business that acts for a keeper in a retention or assignment; its email is asked for always (domain.md 1.4).
public record ActingBusiness(String name, String contact, Email email, Address address) {

    public ActingBusiness {
        requireNonNull(name);
        requireNonNull(contact);
        requireNonNull(email);
        requireNonNull(address);
    }

    @Override
    public String toString() {
        return "ActingBusiness[***]";
    }
}
