package jinbo.story;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jinbo.accesslog.Actor;
import jinbo.batch.InsurerSuccession;
import jinbo.batch.Remark;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Reason;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.WithheldLists;
import jinbo.registry.blocklist.WithheldLists.WithheldList;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsurerLifecycleIT {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final InsurerCode CHANGQING = new InsurerCode("CHANGQING");
    private static final LocalDate TODAY = LocalDate.of(2012, 9, 21);

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private TestExchange exchange;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, clock);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void fromTheDayOnWhichAgreementsEndListsAreWithheldAndCountAsToldUntilNewOnesAreSigned() {
        Steps steps = new Steps();
        steps.take("agreements are to end in two days, and a number arrives", () -> {
            exchange.bean(EndParticipation.class).lapse(YUNHE, TODAY.plusDays(2), "not renewed", clock.instant());
            exchange.upload(
                    "CHANGQING",
                    UploadCsv.name("CHANGQING", "20120921", 1),
                    UploadCsv.complaints("2012-09-20", 13810001234L));
            exchange.collect();
        });
        steps.take("on their last day a list is published", () -> {
            clock.set("2012-09-22T23:59:59+08:00");
            assertThat(exchange.publish().withheld()).as("its last day").isEmpty();
        });
        PublishReport first = steps.take("the next day it is withheld", () -> {
            clock.set("2012-09-23T00:00:00+08:00");
            return exchange.publish();
        });
        steps.take("so it is on the day after", () -> {
            clock.set("2012-09-24T09:00:00+08:00");
            exchange.publish();
        });
        PublishReport renewed = steps.take("new agreements are signed", () -> {
            exchange.bean(Insurers.class)
                    .agree(YUNHE, LocalDate.of(2012, 9, 24), LocalDate.of(2012, 9, 24), clock.instant());
            return exchange.publish();
        });
        steps.take(
                "the report gives the reason",
                () -> assertThat(first.withheld())
                        .extracting(Remark::what)
                        .containsExactly("its agreements ended on 2012-09-23; record new agreements with"
                                + " \"insurer agree YUNHE\""));
        steps.take("each withheld list is recorded with its reason", () -> {
            assertThat(withheld())
                    .as("one a run")
                    .extracting(list -> list.at() + " " + list.reason() + " "
                            + list.publication().revision())
                    .containsExactly("2012-09-22T16:00:00Z LAPSED 1", "2012-09-24T01:00:00Z LAPSED 1");
            assertThat(refusals()).isEqualTo(2);
        });
        steps.take("the sequence goes on without a gap", () -> {
            assertThat(renewed.withheld()).isEmpty();
            assertThat(exchange.listing("YUNHE", "download"))
                    .as("its sequence goes on without a gap")
                    .contains(
                            "blocklist-YUNHE-00000001.manifest.json.pgp", "blocklist-YUNHE-00000002.manifest.json.pgp")
                    .hasSize(4);
        });
    }

    @Test
    void whatAnInsurerHadSentBeforeItLeftIsAnsweredAndNothingElseIsExchangedWithIt() {
        Steps steps = new Steps();
        String sent = UploadCsv.name("YUNHE", "20120921", 1);
        steps.take("a run breaks off over an upload", () -> {
            exchange.upload("YUNHE", sent, UploadCsv.complaints("2012-09-20", 13810001234L));
            exchange.breakOffAt(FaultPoint.RECORDED);
            exchange.collect();
        });
        String late = UploadCsv.name("YUNHE", "20120921", 2);
        steps.take("the insurer sends another one and leaves", () -> {
            exchange.upload("YUNHE", late, UploadCsv.complaints("2012-09-20", 13910001234L));
            exchange.bean(EndParticipation.class).leave(YUNHE, TODAY, "licence given back", clock.instant());
        });
        CollectReport collected = steps.take("uploads are collected", () -> exchange.collect());
        PublishReport published = steps.take("lists are published", () -> exchange.publish());
        steps.take("what it had sent is answered", () -> {
            assertThat(collected.problems()).isEmpty();
            assertThat(exchange.receiptOf("YUNHE", "complaints-YUNHE-20120921-001")
                            .status())
                    .isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(exchange.listing("YUNHE", "archive")).containsExactly(sent);
            assertThat(exchange.listing("YUNHE", "upload")).containsExactly(late);
        });
        steps.take("lists go to the others alone", () -> {
            assertThat(published.withheld()).extracting(Remark::what).containsExactly("it has left on 2012-09-21");
            assertThat(withheld()).extracting(WithheldList::reason).containsExactly(WithheldList.Reason.LEFT);
            assertThat(published.delivered())
                    .as("the others learn of what it had sent")
                    .hasSize(2)
                    .anyMatch(list -> list.manifest().entries() == 1);
            assertThat(exchange.listing("YUNHE", "download")).noneMatch(name -> name.startsWith("blocklist"));
        });
    }

    /** The address may have been changed because of a stolen host key. */
    @Test
    void aRunThatBeganBeforeTheDropOfAnInsurerWasChangedUsesTheNewAddress() {
        exchange.sql()
                .sql("create table kept as select code, drop_url, drop_keys from insurer")
                .update();
        exchange.sql()
                .sql("update insurer set drop_url = 'sftp://jinbo@127.0.0.1:1',"
                        + " drop_keys = array['SHA256:' || repeat('A', 43)] where code = 'YUNHE'")
                .update();
        List<Insurer> whenTheRunBegan = List.of(exchange.insurer("YUNHE"));
        exchange.sql()
                .sql(
                        "update insurer i set drop_url = k.drop_url, drop_keys = k.drop_keys from kept k where k.code = i.code")
                .update();

        assertThat(exchange.bean(CollectUploads.class).run(whenTheRunBegan).problems())
                .isEmpty();
    }

    @Test
    void aSuccessorInheritsWhatWasBlockedForTheOneThatLeavesAlone() {
        Steps steps = new Steps();
        steps.take("a number is blocked for one insurer", () -> {
            exchange.upload(
                    "YUNHE",
                    UploadCsv.name("YUNHE", "20120921", 1),
                    UploadCsv.HEADER + "13810001234,TELEMARKETING,2012-09-20,,SELF,1Y\r\n");
            exchange.collect();
            exchange.publish();
        });
        PublishReport published = steps.take("that insurer leaves to a successor", () -> {
            exchange.bean(InsurerSuccession.class).of(YUNHE, CHANGQING, new Reason("merger"), Actor.commandLine());
            return exchange.publish();
        });
        steps.take(
                "it gets no list any more",
                () -> assertThat(published.withheld())
                        .extracting(Remark::what)
                        .containsExactly("it has left on 2012-09-21; its successor is CHANGQING"));
        steps.take(
                "the successor inherits the block",
                () -> assertThat(exchange.bean(BlockLists.class)
                                .last(CHANGQING)
                                .orElseThrow()
                                .manifest()
                                .entries())
                        .isEqualTo(1));
        steps.take("the log vouches for it", () -> {
            assertThat(exchange.sql()
                            .sql("select phase || ' ' || insurer || ' ' || purpose || ' ' || coalesce(outcome || '"
                                    + " ' || numbers, '-') from access_log_entry where action = 'SUCCEED' order by"
                                    + " id")
                            .query(String.class)
                            .list())
                    .containsExactly("INTENT YUNHE merger -", "RESULT YUNHE merger SUCCEEDED 1");
            assertThat(exchange.bean(VerifyRegistry.class).verify(Actor.commandLine()))
                    .as("blocks follow from registrations, the log vouches for the succession")
                    .allMatch(RuleResult::holds);
        });
    }

    @Test
    void aSuccessionThatFailsLeavesTheInsurerAndItsBlocksAsTheyWereAndItsEndIsTold() {
        exchange.sql()
                .sql("create function refuse_succession() returns trigger language plpgsql as"
                        + " 'begin raise exception ''no more registrations''; end'")
                .update();
        exchange.sql()
                .sql("create trigger no_succession before insert on registration_batch execute function"
                        + " refuse_succession()")
                .update();

        assertThatThrownBy(() -> exchange.bean(InsurerSuccession.class)
                        .of(YUNHE, CHANGQING, new Reason("merger"), Actor.commandLine()))
                .hasMessageContaining("no more registrations");

        assertThat(exchange.insurer("YUNHE").isActive()).isTrue();
        assertThat(exchange.sql()
                        .sql("select outcome from access_log_entry where action = 'SUCCEED' and phase = 'RESULT'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("FAILED ");
    }

    @Test
    void whatCannotBeSucceededIsNotEvenAnnounced() {
        assertThatThrownBy(() -> exchange.bean(InsurerSuccession.class)
                        .of(YUNHE, new InsurerCode("BEIDOU"), new Reason("merger"), Actor.commandLine()))
                .is(error(InsurerError.SUCCESSOR_LACKS_LINES));

        assertThat(exchange.count("access_log_entry where action = 'SUCCEED'")).isZero();
    }

    private List<WithheldList> withheld() {
        return exchange.bean(WithheldLists.class).of(YUNHE);
    }

    private long refusals() {
        return exchange.count(
                "access_log_entry where phase = 'REFUSAL' and action = 'PUBLISH_LIST' and insurer = 'YUNHE'");
    }
}
