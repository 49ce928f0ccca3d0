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
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes consumers' complaints about calls and tells how the cases stand. Whoever calls this has made sure that a complaint
 * comes from the holder of the number.
 */
@Component
public record Cases(
        CaseRows rows,
        ProtectedCallData calls,
        CaseParties parties,
        CaseAnswers answers,
        CaseDecisions decisions,
        CaseAccessTemplate accesses,
        SubjectKeys keys,
        Insurers insurers,
        BusinessLines lines,
        Clock clock,
        JdbcClient jdbc) {

    public static final int MOST = 1000;

    /** Of one consumer: who is called more often than that may say so in one of them. */
    static final int MOST_IN_A_DAY = 10;

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String ONE_NUMBER = "one number";

    /**
     * Opens a case. The same form sent again, and the same call told again within a day, is the same case.
     *
     * @param request of the form that was sent
     * @param purposeOfAccess why, without numbers
     * @throws CallComplaintException if the call lies ahead or too long ago; nothing is kept
     * @throws jinbo.participant.insurer.InsurerException if there is no such insurer; nothing is kept
     * @throws jinbo.participant.insurer.InsurerException if the insurer never sold the line; nothing is kept
     * @throws jinbo.reference.business.LineException if there is no such line; nothing is kept
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
        return accesses.of(access, permit -> {
            rows.lock(subject);
            List<Subject> subjects = keys.allSubjectsOf(complaint.consumer().value());
            Optional<CaseNumber> before =
                    rows.byRequest(request, subjects).or(() -> calls.opened(permit, complaint, now));
            if (before.isPresent()) {
                return new Done<>(before.get(), "OPENED BEFORE " + before.get(), 1);
            }
            if (rows.since(now.minus(A_DAY), subjects) >= MOST_IN_A_DAY) {
                throw new CallComplaintException(CallComplaintError.TOO_MANY);
            }
            CaseRows.Stored opened = rows.open(complaint, source, request, subject, actor, now);
            calls.keep(permit, opened, complaint);
            CaseNumber number = opened.summary().number();
            return new Done<>(number, "OPENED " + number, 1);
        });
    }

    /**
     * The cases of one consumer, the newest first; those of a year whose key was destroyed are nobody's any more.
     *
     * @param purposeOfAccess why, without numbers
     */
    public List<ConsumerCase> of(Mobile consumer, Actor actor, String purposeOfAccess) {
        Access access = new Access(
                actor,
                AccessAction.SHOW_CASES,
                purposeOfAccess,
                Optional.empty(),
                ONE_NUMBER,
                Optional.of(subjectOf(consumer)));
        return accesses.of(
                access,
                permit -> new Done<>(consumerCases(rows.of(keys.allSubjectsOf(consumer.value()), MOST)), "SHOWN", 1));
    }

    /** How a case stands. Shows no personal data, and so is no access. */
    public Optional<CaseSummary> find(CaseNumber number) {
        return rows.find(number).map(CaseRows.Stored::summary);
    }

    /** @throws CaseException if there is none */
    public CaseSummary get(CaseNumber number) {
        return find(number).orElseThrow(() -> new CaseException(CaseError.CASE_UNKNOWN, number));
    }

    /**
     * The newest cases, without personal data.
     *
     * @param most 1 to {@value #MOST}
     */
    public List<CaseSummary> newest(int most) {
        return newest(CaseFilter.ALL, most);
    }

    /** @param most 1 to {@value #MOST} */
    public List<CaseSummary> newest(CaseFilter filter, int most) {
        return newest(filter, most, 0);
    }

    /**
     * One page of the cases that match, the newest first.
     *
     * @param most 1 to {@value #MOST}
     */
    public List<CaseSummary> newest(CaseFilter filter, int most, int offset) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " cases can be sent at once, not " + most);
        }
        return rows.newest(filter, most, offset);
    }

    /**
     * A case whole, with who called and what the consumer wrote.
     *
     * @param purposeOfAccess why, without numbers
     * @throws CaseException if there is none; nothing is read
     */
    public Case show(CaseNumber number, Actor actor, String purposeOfAccess) {
        CaseRows.Stored stored = rows.find(number).orElseThrow(() -> new CaseException(CaseError.CASE_UNKNOWN, number));
        Access access = new Access(
                actor,
                AccessAction.SHOW_CASES,
                purposeOfAccess,
                stored.summary().insurer().map(InsurerCode::value),
                "case " + number,
                Optional.of(stored.subject()));
        return accesses.of(access, permit -> {
            Optional<ReportedCall> reported = calls.of(permit, stored);
            Case shown = new Case(
                    stored.summary(),
                    stored.source(),
                    parties.of(stored),
                    reported,
                    rows.history(stored),
                    answers.of(stored),
                    decisions.of(stored));
            return new Done<>(shown, "SHOWN", reported.isPresent() ? 1 : 0);
        });
    }

    private Subject subjectOf(Mobile consumer) {
        return keys.subjectOf(consumer.value(), BusinessTime.dateOf(clock.instant()));
    }

    /** Adds to how cases stand what came of them and what comes next, as far as a consumer is told. */
    private List<ConsumerCase> consumerCases(List<CaseRows.Stored> cases) {
        Map<Long, CaseRows.Stored> byId =
                cases.stream().collect(Collectors.toMap(CaseRows.Stored::id, Function.identity()));
        return jdbc.sql("""
            select c.id, d.ruling, d.grounds,
                   %s as contested
            from unnest(?) with ordinality c(id, place)
            join newest_case_event e on e.call_case = c.id
            left join newest_case_decision d on d.call_case = c.id
            order by c.place
            """.formatted(CaseSide.HAS_CONTESTED))
                .param(cases.stream().map(CaseRows.Stored::id).toArray(Long[]::new))
                .query((row, number) -> consumerCase(byId.get(row.getLong("id")), row))
                .list();
    }

    private static ConsumerCase consumerCase(CaseRows.Stored stored, ResultSet row) throws SQLException {
        Optional<CaseRuling> ruling =
                Optional.ofNullable(row.getString("ruling")).map(CaseRuling::valueOf);
        return new ConsumerCase(
                stored.summary(),
                ruling,
                ruling.isPresent() ? grounds((String[]) row.getArray("grounds").getArray()) : List.of(),
                stored.summary().dueOn(),
                row.getBoolean("contested"));
    }

    private static List<ViolationGround> grounds(String[] names) {
        return Arrays.stream(names).map(ViolationGround::valueOf).sorted().toList();
    }

    /** @param overdueOn only those for which somebody is late on this day, if that matters */
    public record CaseFilter(Optional<InsurerCode> insurer, Optional<CaseState> state, Optional<LocalDate> overdueOn) {

        public static final CaseFilter ALL = new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
