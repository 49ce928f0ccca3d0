package jinbo.story.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.batch.settle.SettleCases;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallPurpose;
import jinbo.cases.CallerNumber;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseSource;
import jinbo.cases.CaseState;
import jinbo.cases.CaseSummary;
import jinbo.cases.Cases;
import jinbo.cases.Cases.CaseFilter;
import jinbo.cases.DecideCase;
import jinbo.cases.evidence.CollectEvidence;
import jinbo.cases.evidence.Evidence;
import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.Sanctions;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.Term;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.openpgp.SecretKeys.KeyPlan;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.testing.ReceivedLists;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;

/** The program, over a real database and the embedded SFTP server, through which a year goes that was drawn. */
final class YearExchange implements AutoCloseable {

    private static final Actor TWO_PEOPLE = new Actor("wang", ActorRole.OPERATOR, "root", Optional.of("li"));
    private static final String WHY = "it is decided by the evidence";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final SimulatedYear simulatedYear;
    private final SettableClock clock;
    private final TestExchange exchange;
    private final Map<String, SecretKeys> keys = new HashMap<>();
    private final Map<SimulatedComplaint, CaseNumber> numbers = new LinkedHashMap<>();
    private final Map<CaseNumber, SimulatedComplaint> simulatedComplaints = new HashMap<>();
    private final Map<SimulatedComplaint, Optional<CaseRuling>> proposed = new LinkedHashMap<>();
    private final Map<CaseNumber, Integer> decided = new LinkedHashMap<>();
    private final Map<String, Integer> acknowledged = new HashMap<>();
    private final ExpectedSanctions expectedSanctions = new ExpectedSanctions();

    YearExchange(Path folder, SimulatedYear simulatedYear) {
        this.simulatedYear = simulatedYear;
        this.clock = new SettableClock(
                ReferenceWorkdays.at(YearParameters.FIRST.atTime(7, 0)).toString());
        this.exchange = TestExchange.reopen(folder.resolve("home"), clock, Map.of());
        simulatedYear.members().forEach(this::join);
    }

    private void join(Member member) {
        SecretKeys own = SecretKeys.generate(new KeyPlan(
                member.code(), clock.instant().minus(Duration.ofHours(1)), Optional.empty(), Optional.empty()));
        keys.put(member.code(), own);
        exchange.join(member.code(), member.code(), TestLines.LIFE, own);
    }

    void pass() {
        Map<LocalDateTime, List<Runnable>> events = new TreeMap<>();
        simulatedYear.words().forEach(simulatedChoice -> add(events, simulatedChoice.at(), () -> say(simulatedChoice)));
        simulatedYear.published().forEach(at -> add(events, at, exchange::publish));
        simulatedYear
                .complaints()
                .forEach(
                        simulatedComplaint -> add(events, simulatedComplaint.at(), () -> complain(simulatedComplaint)));
        add(events, simulatedYear.lapse().from().atTime(7, 0), () -> lapsing().forEach(this::lapse));
        add(events, simulatedYear.lapse().until().atTime(7, 0), () -> lapsing().forEach(this::agreeAnew));
        for (int week = 0; week < simulatedYear.season().weeksInAll(); week++) {
            LocalDate monday = simulatedYear.season().monday(week);
            add(events, monday.atTime(WeekSchedule.ANSWER), () -> speak(monday));
            add(events, monday.atTime(WeekSchedule.COLLECT), exchange::collect);
            add(events, monday.plusDays(3).atTime(WeekSchedule.SETTLE), this::settle);
            add(events, monday.plusDays(4).atTime(WeekSchedule.DECIDE), this::decide);
        }
        events.forEach((at, what) -> {
            clock.pass(Duration.between(clock.instant(), ReferenceWorkdays.at(at)));
            what.forEach(Runnable::run);
        });
    }

    private static void add(Map<LocalDateTime, List<Runnable>> events, LocalDateTime at, Runnable what) {
        events.computeIfAbsent(at, each -> new ArrayList<>()).add(what);
    }

    private void say(SimulatedChoice simulatedChoice) {
        Set<InsurerLine> some = simulatedChoice.insurers().stream()
                .map(code -> new InsurerLine(new InsurerCode(code), new LineCode("LIFE")))
                .collect(Collectors.toSet());
        ConsumerChoice choice = new ConsumerChoice(
                simulatedChoice.everybody() ? TestLines.LIFE : Set.of(), some, term(simulatedChoice.months()));
        exchange.bean(ConsumerChoices.class)
                .choose(new Mobile(simulatedChoice.consumer()), choice, Actor.consumer(), "a choice");
    }

    private static Term term(int months) {
        return Term.of(months == 6 ? "6M" : months / 12 + "Y").orElseThrow();
    }

    private List<Member> lapsing() {
        return simulatedYear.members().stream()
                .filter(member -> member.behaviour() == Behaviour.LAPSES)
                .toList();
    }

    private void lapse(Member member) {
        exchange.bean(EndParticipation.class)
                .lapse(
                        new InsurerCode(member.code()),
                        ReferenceWorkdays.of(clock.instant()).toLocalDate(),
                        "not renewed",
                        clock.instant());
    }

    private void agreeAnew(Member member) {
        LocalDate today = ReferenceWorkdays.of(clock.instant()).toLocalDate();
        exchange.bean(Insurers.class).agree(new InsurerCode(member.code()), today, today, clock.instant());
    }

    private void complain(SimulatedComplaint simulatedComplaint) {
        Call call = simulatedComplaint.call();
        CaseNumber number = exchange.bean(Cases.class)
                .open(
                        new CallComplaint(
                                new Mobile(call.consumer()),
                                Optional.of(new InsurerCode(
                                        simulatedComplaint.against().code())),
                                Optional.empty(),
                                Optional.of(new CallerNumber(call.by().caller())),
                                ReferenceWorkdays.at(simulatedComplaint.calledAt()),
                                call.service() ? CallPurpose.OTHER : CallPurpose.SALES,
                                ""),
                        CaseSource.CONSUMER,
                        UUID.randomUUID(),
                        Actor.consumer(),
                        "the holder complains about a call");
        numbers.put(simulatedComplaint, number);
        simulatedComplaints.put(number, simulatedComplaint);
    }

    /** On Mondays an insurer says which list it has, and answers what it was asked. */
    private void speak(LocalDate monday) {
        List<SimulatedComplaint> sent = standing(CaseState.SENT, cases());
        for (Member member : simulatedYear.members()) {
            if (member.behaviour().acknowledges()) {
                acknowledge(member, monday);
            }
            if (member.behaviour().answers()) {
                answer(member, monday, sent);
            }
        }
    }

    private void acknowledge(Member member, LocalDate monday) {
        ReceivedLists lists = exchange.lists(member.code());
        int newest = lists.names().size();
        if (newest == acknowledged.getOrDefault(member.code(), 0)) {
            return;
        }
        acknowledged.put(member.code(), newest);
        Manifest manifest = lists.manifest(newest);
        Ack ack = new Ack(
                new InsurerCode(member.code()),
                manifest.sequence(),
                clock.instant(),
                manifest.entries(),
                manifest.listDigest(),
                List.of());
        send(member, "ack-" + member.code() + "-" + DATE.format(monday) + "-001.json.pgp", ack.toJson());
    }

    private void answer(Member member, LocalDate monday, List<SimulatedComplaint> sent) {
        String rows = sent.stream()
                .filter(simulatedComplaint -> simulatedComplaint.against().equals(member))
                .map(simulatedComplaint -> numbers.get(simulatedComplaint) + "," + answer(simulatedComplaint))
                .collect(Collectors.joining("\r\n"));
        if (!rows.isEmpty()) {
            String columns =
                    "case,answer,dispute,salesperson,policy_from,policy_until,sold_by_telephone,service_call,evidence_reference";
            send(
                    member,
                    "case-answers-" + member.code() + "-" + DATE.format(monday) + "-001.csv.pgp",
                    (columns + "\r\n" + rows + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Some claim a policy that was sold only by that call. */
    private String answer(SimulatedComplaint simulatedComplaint) {
        Call call = simulatedComplaint.call();
        LocalDate day = call.at().toLocalDate();
        if (simulatedComplaint.isAgainstAnother()) {
            return "DISPUTE,NOT_OUR_CALL,,,,,,";
        }
        if (call.service()) {
            return "EXEMPTION,," + call.salesperson() + "," + day.minusYears(1) + "," + day.plusYears(1) + ",Y,Y,R1";
        }
        if (call.consumer() % 5 == 0) {
            return "EXEMPTION,," + call.salesperson() + "," + day.plusDays(1) + "," + day.plusYears(1) + ",Y,Y,R2";
        }
        return (call.consumer() % 2 == 0 ? "ACCEPT,," : "DISPUTE,LIST_NOT_RECEIVED,") + call.salesperson() + ",,,,,";
    }

    private void send(Member member, String name, byte[] content) {
        exchange.place(member.code(), name, exchange.seal(keys.get(member.code()), name, content));
    }

    private void settle() {
        Map<CaseNumber, CaseSummary> before = cases();
        exchange.bean(SettleCases.class).run(exchange.bean(Insurers.class).all());
        Map<String, List<LocalDateTime>> closed = new HashMap<>();
        cases().forEach((number, now) -> {
            if (now.state() == CaseState.CLOSED && before.get(number).state() == CaseState.UPHELD) {
                SimulatedComplaint simulatedComplaint = simulatedComplaints.get(number);
                String insurer = simulatedComplaint.against().code();
                closed.computeIfAbsent(insurer, each -> new ArrayList<>()).add(simulatedComplaint.calledAt());
                if (simulatedComplaint.against().behaviour().answers()) {
                    closed.computeIfAbsent(
                                    insurer + "/" + simulatedComplaint.call().salesperson(), each -> new ArrayList<>())
                            .add(simulatedComplaint.calledAt());
                }
            }
        });
        expectedSanctions.closed(closed);
    }

    /** All cases, a thousand in a query: to ask for one after the other takes fifteen times as long. */
    private Map<CaseNumber, CaseSummary> cases() {
        Map<CaseNumber, CaseSummary> all = new HashMap<>();
        List<CaseSummary> page;
        do {
            page = exchange.bean(Cases.class).newest(CaseFilter.ALL, Cases.MOST, all.size());
            page.forEach(summary -> all.put(summary.number(), summary));
        } while (page.size() == Cases.MOST);
        assertThat(all.keySet()).isEqualTo(Set.copyOf(numbers.values()));
        return all;
    }

    private List<SimulatedComplaint> standing(CaseState state, Map<CaseNumber, CaseSummary> cases) {
        return numbers.keySet().stream()
                .filter(simulatedComplaint ->
                        cases.get(numbers.get(simulatedComplaint)).state() == state)
                .toList();
    }

    /** On Fridays people decide as is proposed, and impose what was earned. */
    private void decide() {
        Map<CaseNumber, CaseSummary> cases = cases();
        standing(CaseState.ANSWERED, cases).forEach(this::decide);
        standing(CaseState.SENT, cases).stream()
                .filter(simulatedComplaint -> isOverdue(cases.get(numbers.get(simulatedComplaint))))
                .forEach(this::decide);
        Sanctions sanctions = exchange.bean(Sanctions.class);
        sanctions.all().stream()
                .filter(sanction -> sanction.state() == Sanction.State.PROPOSED)
                .forEach(sanction -> sanctions.impose(sanction.id(), WHY, TWO_PEOPLE));
    }

    private boolean isOverdue(CaseSummary sent) {
        return sent.since()
                .isBefore(ReferenceWorkdays.at(
                        ReferenceWorkdays.of(clock.instant()).minusWeeks(4)));
    }

    private void decide(SimulatedComplaint simulatedComplaint) {
        CaseNumber number = numbers.get(simulatedComplaint);
        Evidence evidence = exchange.bean(CollectEvidence.class).weigh(number, TWO_PEOPLE, WHY);
        proposed.put(simulatedComplaint, evidence.proposed());
        evidence.proposed()
                .ifPresent(ruling -> exchange.bean(DecideCase.class)
                        .decide(
                                number,
                                ruling,
                                evidence.grounds(),
                                WHY,
                                Optional.of(evidence.sha256()),
                                others(number)));
    }

    /** Two who have not decided the case before. */
    private Actor others(CaseNumber number) {
        int before = decided.merge(number, 1, Integer::sum);
        return new Actor("wang" + before, ActorRole.OPERATOR, "root", Optional.of("li" + before));
    }

    /** What the rule proposed of each complaint. */
    Map<SimulatedComplaint, Optional<CaseRuling>> proposed() {
        return proposed;
    }

    Map<CaseNumber, CaseState> statesInTheEnd() {
        Map<CaseNumber, CaseState> states = new HashMap<>();
        cases().forEach((number, summary) -> states.put(number, summary.state()));
        return states;
    }

    /** Who has earned what, by the cases as they became final. */
    ExpectedSanctions ladder() {
        return expectedSanctions;
    }

    /** Upon whom what was imposed, in order. */
    Map<String, List<String>> imposed() {
        List<Sanction> oldestFirst =
                new ArrayList<>(exchange.bean(Sanctions.class).all());
        Collections.reverse(oldestFirst);
        return oldestFirst.stream()
                .collect(Collectors.groupingBy(
                        sanction -> sanction.subject().toString(),
                        TreeMap::new,
                        Collectors.mapping(sanction -> sanction.kind().name(), Collectors.toList())));
    }

    @Override
    public void close() {
        exchange.close();
    }
}
