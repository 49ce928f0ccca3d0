package jinbo.registry;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.accesslog.RegistrationDigest;
import jinbo.accesslog.SubjectKeys;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends batches of registrations. Each batch gets an id and, under the registry lock, the next revision without a
 * gap. The lock is held until the transaction ends.
 */
@Component
record AppendBatch(
        JdbcClient jdbc,
        DataSource dataSource,
        NumberAccessTemplate gate,
        SubjectKeys subjectKeys,
        FaultPointListener faultPointListener) {

    long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('registration_batch', 'id'))")
                .query(Long.class)
                .single();
    }

    record BatchNumbers(long id, long revision) {}

    /** Takes the registry lock, an id and a revision, and appends a short batch, all in one statement. */
    BatchNumbers appendNext(NewBatch batch, long registrations) {
        Map<String, @Nullable Object> columns = batch.columns();
        columns.put("acts", registrations);
        BatchNumbers taken =
                jdbc.sql("""
                with head as (update registry_head set revision = revision + 1 returning revision)
                insert into registration_batch (id, revision, kind, inbound_file, insurer, successor, registered_at,
                                       registered_on, effective_on, calendar_version, registrations)
                overriding system value
                select nextval(pg_get_serial_sequence('registration_batch', 'id')), revision, :kind, :inboundFile::bigint,
                       :insurer::smallint, :successor::smallint, :registeredAt, :registeredOn,
                       :effectiveOn::date, :calendarVersion::text, :acts
                from head
                returning id, revision
                """).params(columns).query(BatchNumbers.class).single();
        faultPointListener.reached(FaultPoint.MERGING);
        return taken;
    }

    /** Takes the registry lock and the next revision. */
    long takeRevision() {
        return jdbc.sql("update registry_head set revision = revision + 1 returning revision")
                .query(Long.class)
                .single();
    }

    /** Takes the registry lock but no revision, for a change that does not change any block list. */
    void lock() {
        jdbc.sql("select revision from registry_head for update")
                .query(Long.class)
                .single();
    }

    /** The revision of the last committed batch; 0 before the first batch. */
    long currentRevision() {
        return jdbc.sql("select revision from registry_head").query(Long.class).single();
    }

    void append(long id, long revision, NewBatch batch, long registrations) {
        Map<String, @Nullable Object> columns = batch.columns();
        columns.put("id", id);
        columns.put("revision", revision);
        columns.put("acts", registrations);
        jdbc.sql("""
                insert into registration_batch (id, revision, kind, inbound_file, insurer, successor, registered_at,
                                       registered_on, effective_on, calendar_version, registrations)
                overriding system value values (:id, :revision, :kind, :inboundFile, :insurer, :successor,
                                                :registeredAt, :registeredOn, :effectiveOn, :calendarVersion, :acts)
                """).params(columns).update();
        faultPointListener.reached(FaultPoint.MERGING);
    }

    RegistrationDigest digest(LocalDate registeredOn) {
        return subjectKeys.digestForNewRegistrations(registeredOn);
    }

    /** Checks the permit before the registry lock is taken, so that others do not wait for the check. */
    NumberAccessTemplate.Announced beginNumberAccess(AccessPermit permit) {
        requireTransaction(permit);
        return gate.announced(permit);
    }

    void withNumberAccess(NumberAccessTemplate.Announced announced, Runnable work) {
        announced.<Boolean, RuntimeException>open(connection(), connection -> {
            work.run();
            return true;
        });
    }

    Connection connection() {
        return DataSourceUtils.getConnection(dataSource);
    }

    /** Opens the gate to the numbers on the transaction's connection, which {@link JdbcClient} uses as well. */
    void withNumberAccess(AccessPermit permit, Runnable work) {
        withNumberAccess(beginNumberAccess(permit), work);
    }

    static void requireTransaction(AccessPermit permit) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "Access " + permit.accessId() + " reaches the registry outside a transaction");
        }
    }
}
