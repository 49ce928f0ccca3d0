package jinbo.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.Actor;
import jinbo.accesslog.Subject;
import jinbo.accesslog.SubjectKeys;
import jinbo.cases.CaseAccessTemplate.Done;
import jinbo.cases.CaseDossiers.CaseDossier.Answered;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens cases for complaints and shows cases. Callers must have verified that the consumer holds the number. */
@Component
public record Cases(
        CaseRows rows,
        ProtectedCallData calls,
        CaseHistory history,
        CaseAccessTemplate accesses,
        SubjectKeys keys,
        Insurers insurers,
        BusinessLines lines,
        Clock clock,
        JdbcClient jdbc) {

    public static final int MOST = 1000;

    static final int MOST_IN_A_DAY = 10;

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String ONE_NUMBER = "one number";

    /**
     * Opens a case. The same form, or the same call within a day, returns the case that was opened before.
     *
     * @throws CallComplaintException if the complaint is not accepted
     * @throws jinbo.participant.insurer.InsurerException if the insurer does not exist or never sold the line
     * @throws jinbo.reference.business.LineException if the line does not exist
     */
    public CaseNumber open(
            CallComplaint complaint, CaseSource source, UUID request, Actor actor, String purposeOfAccess) {
        Instant now = clock.instant();
        complaint.requireTimely(now);
        complaint.businessLine().ifPresent(lines::get);
        complaint.insurer().ifPresent(insurers::get);
        complaint.insurerLine().ifPresent(insurers::get);
        Subject subject = subjectOf(complaint.consumer());
        Access access = new Access(
                actor,
                AccessAction.COMPLAIN,
                purposeOfAccess,
                complaint.insurer().map(InsurerCode::value),
                ONE_NUMBER,
                Optional.of(subject));
        return accesses.execute(access, permit -> {
            rows.lock(subject);
            List<Subject> subjects = keys.allSubjectsOf(complaint.consumer().value());
            Optional<CaseNumber> before =
                    rows.findByRequest(request, subjects).or(() -> calls.findOpened(permit, complaint, now));
            if (before.isPresent()) {
                return new Done<>(before.get(), "OPENED BEFORE " + before.get(), 1);
            }
            if (rows.countOpenedAfter(now.minus(A_DAY), subjects) >= MOST_IN_A_DAY) {
                throw new CallComplaintException(CallComplaintError.TOO_MANY);
            }
            CaseRows.Stored opened = rows.open(complaint, source, request, subject, actor, now);
            calls.save(permit, opened, complaint);
            CaseNumber number = opened.summary().number();
            return new Done<>(number, "OPENED " + number, 1);
        });
    }

    /** Returns the consumer's cases, newest first; years whose hashing key was destroyed are left out. */
    public List<ConsumerCase> of(Mobile consumer, Actor actor, String purposeOfAccess) {
        Access access = new Access(
                actor,
                AccessAction.SHOW_CASES,
                purposeOfAccess,
                Optional.empty(),
                ONE_NUMBER,
                Optional.of(subjectOf(consumer)));
        return accesses.execute(access, permit -> {
            List<CaseRows.Stored> cases = rows.findBySubjects(keys.allSubjectsOf(consumer.value()), MOST);
            return new Done<>(consumerCases(cases), "SHOWN", 1);
        });
    }

    public Optional<CaseSummary> find(CaseNumber number) {
        return rows.find(number).map(CaseRows.Stored::summary);
    }

    public CaseSummary get(CaseNumber number) {
        return rows.get(number).summary();
    }

    /** Returns the decisions of a case, the newest last; they do not identify the consumer or the caller. */
    public List<CaseDecision> decisions(CaseNumber number) {
        return history.decisions(rows.get(number));
    }

    /** Returns the cases of an insurer, or of all insurers, that are not closed. */
    public List<CaseSummary> notClosed(Optional<InsurerCode> insurer) {
        return rows.notClosed(insurer);
    }

    public List<CaseSummary> newest(CaseFilter filter, int most) {
        return newest(filter, most, 0);
    }

    /** @param most 1 to {@value #MOST} */
    public List<CaseSummary> newest(CaseFilter filter, int most, int offset) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " cases can be sent at once, not " + most);
        }
        return rows.newest(filter, most, offset);
    }

    /** @throws CaseException if the case does not exist; then no access is logged */
    public Case show(CaseNumber number, Actor actor, String purposeOfAccess) {
        CaseRows.Stored stored = rows.get(number);
        return accesses.execute(stored.access(actor, AccessAction.SHOW_CASES, purposeOfAccess), permit -> {
            Optional<ReportedCall> reported = calls.findReport(permit, stored);
            Case shown = new Case(
                    stored.summary(),
                    stored.source(),
                    history.party(stored),
                    reported,
                    rows.history(stored),
                    history.answers(stored).stream().map(Answered::answer).toList(),
                    history.decisions(stored));
            return new Done<>(shown, "SHOWN", reported.isPresent() ? 1 : 0);
        });
    }

    private Subject subjectOf(Mobile consumer) {
        return keys.subjectOf(consumer.value(), BusinessTime.today(clock));
    }

    private List<ConsumerCase> consumerCases(List<CaseRows.Stored> cases) {
        Map<Long, CaseRows.Stored> byId =
                cases.stream().collect(Collectors.toMap(CaseRows.Stored::id, Function.identity()));
        return jdbc.sql("""
            select c.id, d.ruling, d.grounds,
                   %s as contested, %s as messaged
            from unnest(?) with ordinality c(id, place)
            join newest_case_event e on e.call_case = c.id
            left join newest_case_decision d on d.call_case = c.id
            order by c.place
            """.formatted(CaseSide.HAS_CONTESTED, CaseMessages.WANTED))
                .param(cases.stream().map(CaseRows.Stored::id).toArray(Long[]::new))
                .query((row, number) -> consumerCase(byId.get(row.getLong("id")), row))
                .list();
    }

    private static ConsumerCase consumerCase(CaseRows.Stored stored, ResultSet row) throws SQLException {
        Optional<CaseRuling> ruling =
                Optional.ofNullable(row.getString("ruling")).map(CaseRuling::valueOf);
        String[] grounds =
                ruling.isPresent() ? (String[]) row.getArray("grounds").getArray() : new String[0];
        return new ConsumerCase(
                stored.summary(),
                ruling,
                Arrays.stream(grounds).map(ViolationGround::valueOf).sorted().toList(),
                stored.summary().dueOn(),
                row.getBoolean("contested"),
                row.getBoolean("messaged"));
    }

    /** @param overdueOn selects the cases that are overdue on this day */
    public record CaseFilter(Optional<InsurerCode> insurer, Optional<CaseState> state, Optional<LocalDate> overdueOn) {

        public static final CaseFilter ALL = new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A case as shown to its consumer.
     *
     * @param contested true if the party that lost by the decision has already appealed
     * @param messaged true if the consumer gets a short message when the state changes
     */
    public record ConsumerCase(
            CaseSummary summary,
            Optional<CaseRuling> ruling,
            List<ViolationGround> grounds,
            Optional<LocalDate> dueOn,
            boolean contested,
            boolean messaged) {

        public ConsumerCase {
            grounds = List.copyOf(grounds);
        }

        public boolean isContestable() {
            return !contested && CaseSide.CONSUMER.loses(summary.state());
        }

        public boolean isContestableByInsurer() {
            return !contested && CaseSide.INSURER.loses(summary.state());
        }
    }
}
