package jinbo.story.month;

import java.io.IOException;
import java.nio.file.Path;
import jinbo.testing.NightlyRun;
import jinbo.testing.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of an exchange whose jobs nobody starts, with dozens of insurers and faults that are drawn from a seed:
 * nothing is lost, nothing is there twice, and people are told what they have to be told and nothing more. What has to
 * come of it says a {@link Model}, which is made from the pages of the project. Every build has the week around
 * Mid-Autumn; the nightly run has the month.
 */
class SimulatedMonthIT {

    /** The system property that sets the seed. */
    static final String SEED = "jinbo.month.seed";

    private static final boolean WHOLE = NightlyRun.isOn();

    @TempDir
    private Path folder;

    @Test
    void endsWithNothingLostAndWithExactlyTheAlertsThatItShouldHave() throws IOException {
        NightlyRun.assumePartOf(1);
        Steps steps = new Steps();
        Plan plan =
                PlanGenerator.of(WHOLE ? MonthParameters.MONTH : MonthParameters.WEEK, Long.getLong(SEED, 20260914L));
        Model model = new Model(plan);
        steps.take("the plan happens in the model", () -> plan.happenIn(model));
        try (RealExchange real = new RealExchange(folder, plan)) {
            steps.take("the plan happens in the exchange", () -> plan.happenIn(real));
            ModelAssertions modelAssertions = new ModelAssertions(plan, model, real.exchange());
            steps.take(
                    "people were told what the model says", () -> modelAssertions.assertAlertsMatchModel(real.told()));
            steps.take("receipts are those of the model", () -> modelAssertions.assertReceiptsMatchModel());
            steps.take("lists are those of the model", () -> {
                for (Plan.Member member : plan.members()) {
                    modelAssertions.assertListsMatchModel(member);
                }
            });
            steps.take("records agree", () -> modelAssertions.assertRegistryVerifies());
            steps.take(
                    "what is recorded in English is shown in Chinese",
                    () -> modelAssertions.assertRecordsReadInChinese());
            steps.take("the access log verifies", () -> modelAssertions.assertAccessLogVerifies(folder));
        }
    }
}
