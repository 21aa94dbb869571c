package uk.vehicleregister.benchmarks.campaign.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.benchmarks.campaign.Campaign;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.Report;

class LinearCampaignTest {

    @Test
    void the_short_form_holds(@TempDir Path directory) throws Exception {
        Report report = new LinearCampaign().run(new Campaign.Order(Form.SHORT, 20_260_701, directory, line -> {}));

        assertThat(report.violations()).as("%s", report.figures()).isEmpty();
    }
}
