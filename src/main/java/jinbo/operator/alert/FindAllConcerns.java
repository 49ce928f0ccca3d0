package jinbo.operator.alert;

import java.util.ArrayList;
import java.util.List;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import org.springframework.stereotype.Component;

/** Looks for all that needs a person, in the order in which an operator would deal with it. */
@Component
public class FindAllConcerns {

    private final FindConcerns concerns;
    private final MeasureConcern measures;
    private final SpaceConcern space;
    private final DatabaseSizeConcern databaseSize;
    private final FailingRunsConcern failingRuns;
    private final VisitorConcern visitors;
    private final Insurers insurers;

    FindAllConcerns(
            FindConcerns concerns,
            MeasureConcern measures,
            SpaceConcern space,
            DatabaseSizeConcern databaseSize,
            FailingRunsConcern failingRuns,
            VisitorConcern visitors,
            Insurers insurers) {
        this.concerns = concerns;
        this.measures = measures;
        this.space = space;
        this.databaseSize = databaseSize;
        this.failingRuns = failingRuns;
        this.visitors = visitors;
        this.insurers = insurers;
    }

    /** All of them; what cannot be looked at is thrown. */
    public List<Concern> find() {
        return looks().stream().flatMap(look -> look.concerns().get().stream()).toList();
    }

    /** All that can be looked at; what cannot is itself among them. */
    public List<Concern> findWhatCanBeSeen() {
        return LookAround.take(looks()).concerns();
    }

    /** Each look by itself, for whoever goes on where one cannot be taken. */
    List<Look> looks() {
        List<Look> looks = new ArrayList<>(List.of(
                new Look("access-log", concerns::aboutAccessLog),
                new Look("restoration", concerns::aboutRestoration),
                new Look("people", concerns::aboutPeople),
                new Look("cases", concerns::aboutCases),
                new Look("measures", () -> measures.find().stream().toList()),
                new Look("own-keys", concerns::aboutOwnKeys),
                new Look("calendar", concerns::aboutCalendar),
                new Look("schedule", failingRuns::find),
                new Look("disk", () -> space.find().stream().toList()),
                new Look("database", () -> databaseSize.find().stream().toList()),
                new Look("gateways", visitors::aboutGateways),
                new Look("portal", visitors::aboutPortal)));
        for (Insurer insurer : insurers.all()) {
            looks.add(new Look(insurer.code().value(), () -> concerns.about(insurer)));
        }
        return looks;
    }
}
