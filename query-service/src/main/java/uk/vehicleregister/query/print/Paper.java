package uk.vehicleregister.query.print;

import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Everything that one paper says, in clear. Printing it knows nothing but this.
sealed interface Paper permits V5cPaper, V778Paper, V750Paper, V948Paper, AcknowledgementLetter {

    /// Printed in the top corner and in the foot.
    String code();

    Bilingual title();

    RegistrationMark mark();

    /// Null when the vehicle is in the trade, and nobody is posted the paper.
    @Nullable
    Addressee addressee();

    Imprint imprint();

    /// Sets what stands below the address.
    void body(Sheet sheet);

    default byte[] pdf() {
        return Sheet.print(this);
    }
}
