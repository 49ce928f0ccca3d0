package jinbo.testing;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import jinbo.accesslog.Actor;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallPurpose;
import jinbo.cases.CallerNumber;
import jinbo.cases.Case;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseSource;
import jinbo.cases.CaseState;
import jinbo.cases.Cases;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** What consumers and people do about cases in a story. */
public final class CaseActions {

    private final TestExchange exchange;
    private final SettableClock clock;

    public CaseActions(TestExchange exchange, SettableClock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    /** A consumer complains of a call an hour ago. */
    public CaseNumber complain(long consumer, String insurer) {
        return complain(consumer, Optional.of(insurer), Optional.empty());
    }

    /** A consumer complains of a call an hour ago, and says what it was to sell. */
    public CaseNumber complain(long consumer, InsurerLine insurer) {
        return complain(
                consumer, Optional.of(insurer.insurer().value()), Optional.of(insurer.line()), Optional.empty());
    }

    /** A consumer complains of a call an hour ago, of which it may know little. */
    public CaseNumber complain(long consumer, Optional<String> insurer, Optional<String> caller) {
        return complain(consumer, insurer, Optional.empty(), caller);
    }

    private CaseNumber complain(
            long consumer, Optional<String> insurer, Optional<LineCode> line, Optional<String> caller) {
        return exchange.bean(Cases.class)
                .open(
                        new CallComplaint(
                                new Mobile(consumer),
                                insurer.map(InsurerCode::new),
                                line,
                                caller.map(CallerNumber::typed),
                                clock.instant().minus(Duration.ofHours(1)),
                                CallPurpose.SALES,
                                "=they called, at dinner"),
                        CaseSource.CONSUMER,
                        UUID.randomUUID(),
                        Actor.consumer(),
                        "a story");
    }

    /** Two people decide a case, as the rows that they leave tell it. */
    public void decide(CaseNumber number, CaseRuling ruling, String dueOn) {
        exchange.sql()
                .sql("""
                        insert into call_case_decision (call_case, ruling, grounds, reason, evidence_sha256, decided_by, confirmed_by, at)
                        select id, ?, ?::text[], 'a story', repeat('0', 64), 'li', 'wang', ? from call_case where number = ?
                        """)
                .params(
                        ruling.name(),
                        ruling == CaseRuling.VIOLATION ? "{BLOCK}" : "{}",
                        clock.instant().atOffset(ZoneOffset.UTC),
                        number.value())
                .update();
        exchange.sql()
                .sql("""
                        insert into call_case_event (call_case, state, at, actor, due_on, calendar_version)
                        select id, ?, ?, 'li', ?::date, 'a story' from call_case where number = ?
                        """)
                .params(ruling.decided().name(), clock.instant().atOffset(ZoneOffset.UTC), dueOn, number.value())
                .update();
        exchange.bind("case", number.value());
    }

    /** How a case stands. */
    public CaseState state(CaseNumber number) {
        return exchange.bean(Cases.class).find(number).orElseThrow().state();
    }

    /** A case whole. */
    public Case whole(CaseNumber number) {
        return exchange.bean(Cases.class).show(number, new Actor("somebody", "jinbo"), "a story");
    }
}
