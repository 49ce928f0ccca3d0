package jinbo.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jinbo.accesslog.AccessLog;
import jinbo.batch.collect.CollectReport;
import jinbo.participant.insurer.Insurer;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Timeout(60)
class FenceIT {

    @TempDir
    static Path home;

    private static TestExchange exchange;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"));
        exchange.sql().sql("create table written (what text)").update();
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void beginsNewEpochForEachLease() {
        long first = underLease(lease -> lease.epoch());
        long second = underLease(lease -> lease.epoch());

        assertThat(second).isEqualTo(first + 1);
    }

    @Test
    void refusesHeldLease() {
        underLease(lease -> {
            assertThat(take()).isEmpty();
            assertThat(lease.isHeld()).isTrue();
            return lease;
        });
        assertThat(take()).as("after that").hasValueSatisfying(InsurerLease::close);
    }

    @Test
    void rollsBackAtCommitAfterTheLeaseIsLost() {
        underLease(lease -> {
            assertThatExceptionOfType(LeaseLostException.class)
                    .isThrownBy(() -> inTransaction(() -> {
                        write("in vain");
                        loseTheLease();
                    }))
                    .withMessageContaining("lost the lease for YUNHE ");
            assertThat(exchange.bean(Fence.class).causeOf(new IllegalStateException()))
                    .isInstanceOf(LeaseLostException.class);
            return lease;
        });

        assertThat(written("in vain")).isZero();
    }

    @Test
    void checksLeaseOfReadingTransactionWithoutWriting() {
        underLease(lease -> {
            String before = whoLockedTheEpoch();
            inTransaction(FenceIT::read);
            assertThat(whoLockedTheEpoch()).as("read").isEqualTo(before);
            inTransaction(() -> write("something"));
            assertThat(whoLockedTheEpoch()).as("written").isNotEqualTo(before);

            assertThatExceptionOfType(LeaseLostException.class)
                    .isThrownBy(() -> inTransaction(() -> {
                        read();
                        loseTheLease();
                    }));
            return lease;
        });
    }

    @Test
    void fencesNestedTransactions() {
        underLease(lease -> {
            loseTheLease();
            assertThatThrownBy(() -> exchange.bean(AccessLog.class)
                            .refuse(
                                    new jinbo.accesslog.Access(
                                            jinbo.accesslog.Actor.batch(),
                                            jinbo.accesslog.AccessAction.TAKE_IN,
                                            "a test",
                                            Optional.of("YUNHE"),
                                            "in vain"),
                                    "it is a test"))
                    .hasCauseInstanceOf(LeaseLostException.class);
            return lease;
        });

        assertThat(exchange.count("access_log_entry where object = 'in vain'")).isZero();
    }

    @Test
    void refusesExternalActionsAfterTheLeaseIsLost() {
        Fence fence = exchange.bean(Fence.class);
        underLease(lease -> {
            fence.requireLease();
            loseTheLease();
            assertThatExceptionOfType(LeaseLostException.class).isThrownBy(fence::requireLease);
            assertThatExceptionOfType(LeaseLostException.class)
                    .isThrownBy(() -> fence.record(() -> write("recorded in vain")));
            return lease;
        });

        assertThat(written("recorded in vain")).isZero();
    }

    @Test
    void refusesActionsAndRecordsWithoutLease() {
        Fence fence = exchange.bean(Fence.class);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(fence::requireLease);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> fence.record(() -> write("without a lease")));
        assertThat(written("without a lease")).isZero();
    }

    @Test
    void terminatesOpenTransactionOfFormerHolder() throws Exception {
        long revision = revision();
        CompletableFuture<Void> hangs = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Boolean> former = CompletableFuture.supplyAsync(() -> underLease(lease -> {
            try {
                inTransaction(() -> {
                    program()
                            .sql("update registry_head set revision = revision + 1")
                            .update();
                    cutTheLease();
                    begun.complete(null);
                    hangs.join();
                });
                return true;
            } catch (RuntimeException expected) {
                return false;
            }
        }));
        begun.get(30, TimeUnit.SECONDS);

        underLease(lease -> exchange.sql()
                .sql("select revision from registry_head for update nowait")
                .query()
                .singleRow());
        hangs.complete(null);

        assertThat(former.get(30, TimeUnit.SECONDS)).as("committed").isFalse();
        assertThat(revision()).isEqualTo(revision);
    }

    /**
     * At the end of each transaction of a run, a trigger checks that it holds a lock on the insurer's epoch, as only
     * the fence takes.
     */
    @Test
    void fencesEveryCommittedRowOfARun() {
        exchange.sql().sql("""
                        create table unfenced (what text);
                        create function see_the_fence() returns trigger language plpgsql as $$
                        declare
                            locker xid;
                        begin
                            for locker in select xmax from insurer_lease where xmax <> '0'::xid loop
                                if locker = pg_current_xact_id()::xid then
                                    return null;
                                end if;
                                begin
                                    if exists (select from pg_get_multixact_members(locker) where xid = pg_current_xact_id()::xid) then
                                        return null;
                                    end if;
                                exception when others then
                                    null; -- one transaction, and another one
                                end;
                            end loop;
                            if tg_table_name = 'access_log_entry' then
                                if new.insurer is null then
                                    return null; -- the publication's own reading is under no insurer's lease
                                end if;
                            end if;
                            insert into unfenced values (tg_op || ' ' || tg_table_name);
                            return null;
                        end $$;
                        """).update();
        List<String> tables = List.of(
                "inbound_file",
                "inbound_fetch",
                "inbound_fetch_next",
                "finding_page",
                "answer",
                "registration_batch",
                "registration_page",
                "block_page",
                "block_list",
                "access_log_entry",
                "batch_job_execution",
                "batch_step_execution");
        tables.forEach(table -> exchange.sql()
                .sql("create constraint trigger seen after insert or update or delete on " + table
                        + " deferrable initially deferred for each row execute function see_the_fence()")
                .update());
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20120921-001.csv.pgp",
                "mobile,complaint,complained_on\r\n13810001234,"
                        + "TELEMARKETING,2012-09-20\r\nnonsense,TELEMARKETING,2012-09-20\r\n");
        exchange.upload("YUNHE", "no-name.csv.pgp", "mobile,complaint,complained_on\r\n");

        CollectReport collected = exchange.collect();
        // an execution of publishing belongs to its run, not to an insurer
        List.of("batch_job_execution", "batch_step_execution")
                .forEach(table ->
                        exchange.sql().sql("drop trigger seen on " + table).update());
        exchange.publish();
        exchange.sql().sql("update answer set size = size").update();

        tables.forEach(table ->
                exchange.sql().sql("drop trigger if exists seen on " + table).update());
        assertThat(collected.files()).hasSize(2);
        assertThat(exchange.sql()
                        .sql("select what from unfenced")
                        .query(String.class)
                        .list())
                .as("none but the test's own, which shows that it would be seen")
                .isNotEmpty()
                .containsOnly("UPDATE answer");
    }

    private static <T> T underLease(java.util.function.Function<InsurerLease, T> work) {
        try (InsurerLease lease = take().orElseThrow()) {
            Supplier<T> all = () -> work.apply(lease);
            return exchange.bean(CurrentThreadLease.class).with(lease, all);
        }
    }

    private static Optional<InsurerLease> take() {
        Insurer yunhe = exchange.insurer("YUNHE");
        return InsurerLease.tryTake(exchange.bean(DataSource.class), yunhe);
    }

    /** Takes over the lease as another process does. */
    private static void loseTheLease() {
        CompletableFuture.runAsync(() -> exchange.sql()
                        .sql("update insurer_lease set epoch = epoch + 1")
                        .update())
                .join();
    }

    private static void cutTheLease() {
        CompletableFuture.runAsync(() -> exchange.sql()
                        .sql("select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory'"
                                + " and classid = " + 0x4A42
                                + " and database = (select oid from pg_database where datname = current_database())")
                        .query()
                        .listOfRows())
                .join();
    }

    private static String whoLockedTheEpoch() {
        return exchange.sql()
                .sql("select l.xmax::text from insurer_lease l where l.insurer = 'YUNHE'")
                .query(String.class)
                .single();
    }

    private static long revision() {
        return exchange.sql()
                .sql("select revision from registry_head")
                .query(Long.class)
                .single();
    }

    private static void inTransaction(Runnable work) {
        new TransactionTemplate(exchange.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run());
    }

    /** The connection of the current transaction. */
    private static JdbcClient program() {
        return exchange.bean(JdbcClient.class);
    }

    private static void read() {
        program().sql("select revision from registry_head").query(Long.class).single();
    }

    private static void write(String what) {
        program().sql("insert into written values (?)").param(what).update();
    }

    private static long written(String what) {
        return exchange.sql()
                .sql("select count(*) from written where what = ?")
                .param(what)
                .query(Long.class)
                .single();
    }
}
