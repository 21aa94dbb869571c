package uk.vehicleregister.command.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Owen Rees, OWEN REES",
        "Mr Owen Rees, OWEN REES",
        "MR. OWEN REES, Mr Owen Rees",
        "Miss Megan Rees, Mrs Megan Rees",
        "Gwenllian Prosser-Hughes, GWENLLIAN PROSSER HUGHES",
        "Sean O'Neill, SEAN ONEILL",
        "Q & J MOTORS, Q & J  Motors",
        "J.R. Hartley, JR HARTLEY",
        "Mr, MR"
    })
    void case_spaces_punctuation_and_a_title_do_not_count(String one, String other) {
        assertThat(Names.areSame(one, other)).isTrue();
        assertThat(Names.areSame(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Owen Rees, Owain Rees",
        "Owen Rees, Rees Owen",
        "Owen Rees, Owen D Rees",
        "Q & J MOTORS, QJ MOTORS",
        "Mrs Rees, Rees Mrs",
        "Mr Owen, Mr Rees"
    })
    void letters_and_their_order_do(String one, String other) {
        assertThat(Names.areSame(one, other)).isFalse();
    }
}
