package jinbo.story.month;

import java.io.IOException;
import java.nio.file.Path;
import jinbo.testing.Nightly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of an exchange whose jobs nobody starts, with dozens of insurers and faults that are drawn from a seed: nothing is lost,
 * nothing is there twice, and people are told what they have to be told and nothing more. What has to come of it says a
 * {@link Model}, which is made from the pages of the project. Every build has the week around
 * Mid-Autumn; the nightly run has the month.
 */
class SimulatedMonthIT {

    /** The system property that sets the seed. */
    static final String SEED = "jinbo.month.seed";

    private static final boolean WHOLE = Nightly.isOn();

    @TempDir
    private Path folder;

    @Test
    void endsWithNothingLostAndWithExactlyTheAlertsThatItShouldHave() throws IOException {
        Nightly.takeOnlyInPartOf(1);
        Plan plan = DrawPlan.of(WHOLE ? Season.MONTH : Season.WEEK, Long.getLong(SEED, 20260914L));
        Model model = new Model(plan);
        plan.happenIn(model);
        try (RealWorld real = new RealWorld(folder, plan)) {
            plan.happenIn(real);

            Outcomes outcomes = new Outcomes(plan, model, real.exchange());
            outcomes.peopleWereToldWhatTheModelSays(real.told());
            outcomes.receiptsAreThoseOfTheModel();
            for (Member member : plan.members()) {
                outcomes.listsAreThoseOfTheModel(member);
            }
            outcomes.recordsAgree();
            outcomes.accessLogVerifies(folder);
        }
    }
}
