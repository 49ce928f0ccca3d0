package jinbo.batch.reconciliation;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.RecordKind;
import jinbo.participant.insurer.CertificateRevocation;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.ConsolePasswords;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Persons;
import jinbo.participant.staff.Role;
import jinbo.testing.CaseActions;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestPeople;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An exchange with a decision of each kind. */
final class DecidedExchangeFixture implements AutoCloseable {

    private final TamperedExchangeFixture worked;
    private final JdbcClient sql;
    private final Map<String, Set<String>> keys;
    private String number = "";

    DecidedExchangeFixture(Path folder) {
        this.worked = new TamperedExchangeFixture(folder.resolve("home"));
        this.sql = worked.exchange().sql();
        peopleDecide(folder);
        tell();
        erase();
        this.keys = keys();
    }

    List<RecordKind> kinds() {
        return worked.exchange().beans(RecordKind.class);
    }

    String url() {
        return worked.exchange().databaseUrl();
    }

    TamperedExchangeFixture worked() {
        return worked;
    }

    /** The original columns of the primary key. */
    Set<String> keysOf(String table) {
        return keys.getOrDefault(table, Set.of());
    }

    /** Drops all constraints except primary keys, which queries need, so that only the verification detects changes. */
    void letTheOwnerDoAnything() {
        sql.sql("""
                do $$
                declare
                    c record;
                begin
                    for c in select conrelid::regclass as tab, conname from pg_constraint
                             where connamespace = 'public'::regnamespace and contype in ('u', 'f', 'c')
                             order by case contype when 'f' then 0 else 1 end loop
                        execute format('alter table %s drop constraint if exists %I cascade', c.tab, c.conname);
                    end loop;
                    for c in select indexrelid::regclass as index from pg_index
                             where indisunique and not indisprimary and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) loop
                        execute format('drop index %s', c.index);
                    end loop;
                    for c in select table_name as tab, column_name as col from information_schema.columns
                             where table_schema = 'public' and is_identity = 'YES' loop
                        execute format('alter table %I alter column %I drop identity', c.tab, c.col);
                    end loop;
                end
                $$
                """).update();
    }

    private void peopleDecide(Path folder) {
        TestPeople people = new TestPeople(worked.exchange(), folder);
        people.joinOfficers();
        people.join("qian", Role.OPERATOR);
        worked.exchange().bean(ConsolePasswords.class).set(new PersonName("qian"), "correct horse battery");
        Instant now = worked.exchange().clock().instant();
        worked.exchange().bean(Persons.class).revoke(new PersonName("qian"), "has left", Actor.commandLine(), now);
        InsurerCode yunhe = new InsurerCode("YUNHE");
        InsurerCertificates certificates = worked.exchange().bean(InsurerCertificates.class);
        certificates.revoke(
                yunhe,
                certificates.of(yunhe).get(0).fingerprint(),
                new CertificateRevocation(now, false, now, "replaced"));
        number = new CaseActions(worked.exchange(), worked.exchange().clock())
                .complain(13810001235L, "YUNHE")
                .value();
        byHand("case", number, """
                insert into call_case_decision (call_case, ruling, grounds, proposed, reason, evidence_sha256, decided_by, confirmed_by, at)
                select id, 'VIOLATION', '{BLOCK}', 'VIOLATION', 'it was blocked', repeat('0', 64), 'li', 'wang', now() from call_case;
                insert into call_case_party (call_case, insurer, salesperson, at, actor) select id, 'YUNHE', 'S-17', now(), 'li' from call_case;
                set session_replication_role = replica;
                insert into call_case_answer (call_case, insurer, inbound_file, line, received_at, answer, words, dispute)
                select id, 'YUNHE', 77777, 2, now(), 'DISPUTE', '', 'OTHER' from call_case;
                set session_replication_role = origin
                """);
        byHand("sanction", "1", """
                insert into sanction (id, insurer, kind, ladder_from, step) overriding system value
                values (1, 'YUNHE', 'STOP_ALL', '%s', 1);
                insert into sanction_case select 1, id, 'INSURER' from call_case;
                insert into sanction_event (sanction, event, at, actor) values (1, 'PROPOSED', now(), 'batch')
                """.formatted(LocalDate.of(2012, 1, 1)));
        byHand("offered certificate", "{first}", """
                insert into offered_certificate select min(id), 'YUNHE', repeat('A', 40), '\\x01', now() from inbound_file;
                insert into offered_certificate_decision (inbound_file, accepted, decided_at, refused_by, refused_why)
                select min(id), false, now(), '{li,wang}', 'unknown' from inbound_file
                """);
        byHand("decision on unrecorded file", "{first}", """
                insert into reingested (inbound_file, reason, asked_by, asked_at, lost_before, acted_as, operating_system_user)
                select min(id), 'it was lost', 'li', now(), now(), 'OPERATOR', 'jinbo' from inbound_file
                """);
        byHand("signature of", "0123456789abcdef0123456789abcdef ASK", """
                insert into operation_signature (nonce, purpose, person, document, signature, signed_at)
                values ('0123456789abcdef0123456789abcdef', 'ASK', 'li', '{}', 'x', now())
                """);
        byHand("registration scope", "29999", "insert into registration_scope values (29999, '{32003,32004}', now())");
        byHand("recovery", "1", """
                insert into recovery (id, noticed_at, insurer, seen) overriding system value values (1, now(), 'YUNHE', 'x')
                """);
    }

    /** Erases closed cases and numbers at once instead of after months, with its access. */
    private void erase() {
        AccessLog log = worked.exchange().bean(AccessLog.class);
        AccessPermit numbers =
                log.begin(new Access(Actor.batch(), AccessAction.ERASE, "x", Optional.empty(), "registry"));
        byHand(
                "erasure",
                "1",
                "alter table erasure drop constraint erasure_has_a_registration_of_each_number, drop constraint erasure_numbers_check;"
                        + "insert into erasure (id, ended_by, erased_at, numbers, registrations, intent) overriding system value"
                        + " values (1, '2011-01-01', now(), 0, 0, " + numbers.accessId() + ")");
        log.complete(numbers, "ERASED", 0);
        AccessPermit cases =
                log.begin(new Access(Actor.batch(), AccessAction.ERASE, "x", Optional.empty(), "closed cases"));
        byHand(
                "case",
                number,
                "insert into call_case_erasure select id, now(), " + cases.accessId() + " from call_case");
        log.complete(cases, "ERASED", 0);
        AccessPermit key =
                log.begin(new Access(Actor.batch(), AccessAction.ERASE, "x", Optional.empty(), "subject key 2001"));
        byHand("destroyed key", "2001", "insert into destroyed_subject_key values (2001, now())");
        log.complete(key, "DESTROYED", 0);
    }

    private void tell() {
        AccessLog log = worked.exchange().bean(AccessLog.class);
        AccessPermit asked = log.begin(new Access(
                Actor.batch(),
                AccessAction.HAND_OVER_CASES,
                "x",
                Optional.of("YUNHE"),
                "cases-YUNHE-00000001.csv.pgp"));
        long entry = log.complete(asked, "SEALED", 1);
        byHand("file of cases", "YUNHE 1", """
                insert into case_file (insurer, sequence, name, spooled_as, size, sha256, sealed_at, access_log_id)
                values ('YUNHE', 1, 'cases-YUNHE-00000001.csv.pgp', 'x', 1, repeat('0', 64), now(), %d);
                insert into case_notice (case_file, line, notice, call_case)
                select f.id, 2, 'COMPLAINT', c.id from case_file f, call_case c
                """.formatted(entry));
        byHand(
                "withheld list of",
                "YUNHE, publication 1",
                "insert into withheld_list values (1, 'YUNHE', 'SUSPENDED', now())");
        byHand(
                "unnotified day of",
                "YUNHE on 2012-09-25",
                "insert into case_unnotified_day values ('YUNHE', '2012-09-25')");
        byHand("number segments", "1", """
                insert into segment_version (number, imported_at, imported_by) overriding system value values (1, now(), 'li');
                insert into segment select 1, n, '北京' from generate_series(1300000, 1300002) n
                """);
    }

    /** Inserts the result of a long story, with its access log entry. */
    private void byHand(String kind, String key, String statements) {
        String first = sql.sql("select min(id)::text from inbound_file")
                .query(String.class)
                .single();
        sql.sql(statements).update();
        worked.exchange().bind(kind, key.replace("{first}", first));
    }

    private Map<String, Set<String>> keys() {
        return JdbcClient.create(TestDatabase.owner(url()))
                .sql("""
                select c.conrelid::regclass::text, a.attname
                from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                where c.contype = 'p' and c.connamespace = 'public'::regnamespace
                """)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    @Override
    public void close() {
        worked.close();
    }
}
