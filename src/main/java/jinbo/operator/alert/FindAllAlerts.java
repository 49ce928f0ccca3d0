package jinbo.operator.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import org.springframework.stereotype.Component;

/** Looks for all that needs a person, in the order in which an operator would deal with it. */
@Component
public class FindAllAlerts {

    private final FindAlerts concerns;
    private final SanctionCheck sanctions;
    private final DiskSpaceCheck space;
    private final DatabaseSizeCheck databaseSize;
    private final FailingRunsCheck failingRuns;
    private final PortalCheck visitors;
    private final Insurers insurers;

    FindAllAlerts(
            FindAlerts concerns,
            SanctionCheck sanctions,
            DiskSpaceCheck space,
            DatabaseSizeCheck databaseSize,
            FailingRunsCheck failingRuns,
            PortalCheck visitors,
            Insurers insurers) {
        this.concerns = concerns;
        this.sanctions = sanctions;
        this.space = space;
        this.databaseSize = databaseSize;
        this.failingRuns = failingRuns;
        this.visitors = visitors;
        this.insurers = insurers;
    }

    /** All of them; what cannot be looked at is thrown. */
    public List<Alert> find() {
        return checks().stream()
                .flatMap(alertCheck -> alertCheck.concerns().get().stream())
                .toList();
    }

    /** All that can be looked at; what cannot is itself among them. */
    public List<Alert> findAvailable() {
        return CheckExchange.take(checks()).concerns();
    }

    /** Each look by itself, for whoever goes on where one cannot be taken. */
    List<Check> checks() {
        List<Check> alertChecks = new ArrayList<>(List.of(
                new Check("access-log", concerns::checkAccessLog),
                new Check("restoration", concerns::checkRecovery),
                new Check("people", concerns::checkPeople),
                new Check("cases", concerns::checkCases),
                new Check("sanctions", () -> sanctions.find().stream().toList()),
                new Check("own-keys", concerns::checkOwnKeys),
                new Check("calendar", concerns::checkCalendar),
                new Check("schedule", failingRuns::find),
                new Check("disk", () -> space.find().stream().toList()),
                new Check("database", () -> databaseSize.find().stream().toList()),
                new Check("gateways", visitors::checkGateways),
                new Check("portal", visitors::checkPortal)));
        for (Insurer insurer : insurers.all()) {
            alertChecks.add(new Check(insurer.code().value(), () -> concerns.about(insurer)));
        }
        return alertChecks;
    }

    /**
     * One thing that is looked at.
     *
     * @param what what, as a word that is the same in every language
     * @param concerns looks, and tells what needs a person
     */
    record Check(String what, Supplier<List<Alert>> concerns) {}
}
