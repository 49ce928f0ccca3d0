package jinbo.operator.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Looks for all that needs a person, in the order in which an operator would deal with it. */
@Component
@EnableConfigurationProperties(WatchSettings.class)
public class FindAllAlerts {

    private final FindAlerts findAlerts;
    private final SanctionCheck sanctions;
    private final DiskSpaceCheck space;
    private final DatabaseSizeCheck databaseSize;
    private final FailingRunsCheck failingRuns;
    private final PortalCheck visitors;
    private final Insurers insurers;

    FindAllAlerts(
            FindAlerts findAlerts,
            SanctionCheck sanctions,
            DiskSpaceCheck space,
            DatabaseSizeCheck databaseSize,
            FailingRunsCheck failingRuns,
            PortalCheck visitors,
            Insurers insurers) {
        this.findAlerts = findAlerts;
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
                .flatMap(alertCheck -> alertCheck.alerts().get().stream())
                .toList();
    }

    /** All that can be looked at; what cannot is itself among them. */
    public List<Alert> findAvailable() {
        return CheckExchange.take(checks()).alerts();
    }

    /** Each look by itself, for whoever goes on where one cannot be taken. */
    List<Check> checks() {
        List<Check> alertChecks = new ArrayList<>(List.of(
                new Check("access-log", findAlerts::checkAccessLog),
                new Check("recovery", findAlerts::checkRecovery),
                new Check("people", findAlerts::checkPeople),
                new Check("cases", findAlerts::checkCases),
                new Check("sanctions", () -> sanctions.find().stream().toList()),
                new Check("own-keys", findAlerts::checkOwnKeys),
                new Check("calendar", findAlerts::checkCalendar),
                new Check("schedule", failingRuns::find),
                new Check("disk", () -> space.find().stream().toList()),
                new Check("database", () -> databaseSize.find().stream().toList()),
                new Check("gateways", visitors::checkGateways),
                new Check("portal", visitors::checkPortal)));
        for (Insurer insurer : insurers.all()) {
            alertChecks.add(new Check(insurer.code().value(), () -> findAlerts.about(insurer)));
        }
        return alertChecks;
    }

    /**
     * One thing that is looked at.
     *
     * @param what what, as a word that is the same in every language
     * @param alerts looks, and tells what needs a person
     */
    record Check(String what, Supplier<List<Alert>> alerts) {}
}
