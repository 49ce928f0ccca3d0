package jinbo.batch.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each change of database or spool violates exactly the expected rules, in the verification of a run's changes and of
 * the whole registry.
 */
class VerifyRegistryIT {

    /** Rules that only the verification of the whole registry checks. */
    private static final Set<VerifiedRule> OF_THE_WHOLE = EnumSet.of(
            VerifiedRule.BLOCKS_FOLLOW_FROM_REGISTRATIONS,
            VerifiedRule.LINES_ARE_WHAT_THEY_WERE,
            VerifiedRule.REGISTRATIONS_BELONG_TO_BATCHES,
            VerifiedRule.REGISTRATIONS_ARE_FOUND_BY_NUMBER,
            VerifiedRule.FINDINGS_BELONG_TO_FILES,
            VerifiedRule.ERASED_REGISTRATIONS_ARE_COUNTED,
            VerifiedRule.WITHDRAWALS_TAKE_BACK_COMPLAINTS,
            VerifiedRule.REGISTRATIONS_ARE_IN_THE_ACCESS_LOG,
            VerifiedRule.RECORDS_ARE_IN_THE_ACCESS_LOG,
            VerifiedRule.RESULTS_HAVE_THEIR_RECORDS,
            VerifiedRule.LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS);

    @TempDir
    private static Path home;

    private static TamperedExchangeFixture exchange;

    @BeforeAll
    static void workForSomeDays() {
        exchange = new TamperedExchangeFixture(home);
    }

    @AfterEach
    void undoTheTampering() {
        exchange.undo();
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource({"NEWEST", "ALL"})
    void workingExchangeSatisfiesEveryRule(VerifyRegistry.RederivedLists lists) {
        List<RuleResult> ruleResults = exchange.verify(lists);

        Set<VerifiedRule> rules = EnumSet.allOf(VerifiedRule.class);
        rules.removeAll(
                Set.of(VerifiedRule.DELIVERED_FILES_ARE_UNCHANGED, VerifiedRule.ARCHIVED_UPLOADS_ARE_UNCHANGED));
        assertThat(ruleResults).extracting(RuleResult::code).containsExactlyInAnyOrderElementsOf(rules);
        assertThat(ruleResults).allMatch(RuleResult::holds).allMatch(ruleResult -> ruleResult.checked() > 0);
        assertThat(ruleResults.get(0).checked()).as("numbers").isEqualTo(13);
        assertThat(of(VerifiedRule.LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS, ruleResults)
                        .checked())
                .isEqualTo(lists == VerifyRegistry.RederivedLists.ALL ? 9 : 3);
        assertThat(touched()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a block that ends earlier | BLOCKS_FOLLOW_FROM_REGISTRATIONS | update block set expires_on = expires_on - 1 where mobile = 13810001235
            a block that begins later | BLOCKS_FOLLOW_FROM_REGISTRATIONS | update block set effective_on = effective_on + 1 where mobile = 13810001235
            a block that ends before it begins | BLOCKS_FOLLOW_FROM_REGISTRATIONS | update block set expires_on = effective_on - 1 where mobile = 13810001235
            a block removed | BLOCKS_FOLLOW_FROM_REGISTRATIONS | delete from block where mobile = 13810001401
            an insurer's own block removed | BLOCKS_FOLLOW_FROM_REGISTRATIONS | delete from block where mobile = 13810001234 and scope < 32000
            a block added | BLOCKS_FOLLOW_FROM_REGISTRATIONS | insert into block values (13910001234, 32001, '2012-10-09', '2013-10-09', 1)
            a block moved to another number | BLOCKS_FOLLOW_FROM_REGISTRATIONS | update block set mobile = 13910001234 where mobile = 13810001401
            a block moved to another line of business | BLOCKS_FOLLOW_FROM_REGISTRATIONS | update block set scope = 32001 where mobile = 13810001401
            a registration with a longer term | BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration set expires_on = expires_on + 1 where mobile = 13810001401
            a registration that ends before it begins | BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration set expires_on = effective_on - 1 where mobile = 13810001401
            a registration on another number | BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration set mobile = 13910001234 where mobile = 13810001401
            a registration on what is no number | BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration set mobile = 7 where mobile = 13810001401
            a number that nobody erased, and is gone | BLOCKS_FOLLOW_FROM_REGISTRATIONS ERASED_REGISTRATIONS_ARE_COUNTED LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration set mobile = null, subject = sha256('x'), subject_epoch = 2012 where mobile = 13810001401
            an erasure of which nobody knows a registration | ERASED_REGISTRATIONS_ARE_COUNTED RECORDS_ARE_IN_THE_ACCESS_LOG RESULTS_HAVE_THEIR_RECORDS | insert into erasure (ended_by, erased_at, numbers, registrations) values ('2012-01-01', now(), 1, 1)
            a registration and its block, as if both had never been | BATCHES_COUNT_THEIR_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | delete from registration where mobile = 13810001401; delete from block where mobile = 13810001401
            a registration removed | BATCHES_COUNT_THEIR_REGISTRATIONS BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | delete from registration where mobile = 13810001401
            a registration added | BATCHES_COUNT_THEIR_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | insert into registration select batch, 99, mobile, scope, complaint, complained_on, effective_on, expires_on from registration where mobile = 13810001401
            a registration and its block, both with a longer term | LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration set expires_on = expires_on + 1 where mobile = 13810001401; update block set expires_on = expires_on + 1 where mobile = 13810001401
            acts that do not lie by rising number | REGISTRATIONS_ARE_FOUND_BY_NUMBER | update registration_page set places = byteacat(substring(places from 9), substring(places for 8)), registrations = byteacat(substring(registrations from 49), substring(registrations for 48)) where octet_length(places) >= 12
            a number in another form than it is looked for | REGISTRATIONS_ARE_FOUND_BY_NUMBER | update registration_page set places = set_byte(places, 1, get_byte(places, 1) - 128)
            a registration of no batch | REGISTRATIONS_BELONG_TO_BATCHES | insert into registration select 77, 2, mobile, scope, complaint, complained_on, effective_on, expires_on from registration where mobile = 13810001401
            a batch that counts more registrations | ACCEPTED_ROWS_ARE_REGISTRATIONS BATCHES_COUNT_THEIR_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration_batch set registrations = registrations + 1 where inbound_file = {mixed}
            a gap in the revisions | LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG REVISIONS_HAVE_NO_GAPS | update registration_batch set revision = 99 where inbound_file = {underway}
            a batch without revision | LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG REVISIONS_HAVE_NO_GAPS | update registration_batch set revision = null where inbound_file = {underway}
            the registry's head moved | REVISIONS_HAVE_NO_GAPS | update registry_head set revision = revision + 1
            a batch of another insurer's file | BATCHES_COME_FROM_FILES | update registration_batch set insurer = (select scope from insurer where code = 'CHANGQING') where inbound_file = {mixed}
            a batch registered a day later | BATCHES_ARE_REGISTERED_ON_RECEIPT | update registration_batch set registered_on = registered_on + 1 where inbound_file = {sound}
            a batch registered an hour later | BATCHES_ARE_REGISTERED_ON_RECEIPT | update registration_batch set registered_at = registered_at + interval '1 hour' where inbound_file = {sound}
            a released file's batch registered at the receipt | BATCHES_ARE_REGISTERED_ON_RECEIPT | update registration_batch b set registered_at = f.received_at, registered_on = '2012-09-21' from inbound_file f where f.id = b.inbound_file and f.id = {released}
            a receipt that tells another first day | RECEIPTS_TELL_THE_FIRST_DAY | update inbound_file set effective_on = effective_on + 1 where id = {mixed}
            a file that counts more accepted rows | ACCEPTED_ROWS_ARE_REGISTRATIONS VERDICTS_ARE_IN_THE_ACCESS_LOG | update inbound_file set rows = rows + 1, accepted = accepted + 1 where id = {mixed}
            a file that was ingested twice | ACCEPTED_ROWS_ARE_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | insert into registration_batch (revision, kind, inbound_file, insurer, registered_at, registered_on, effective_on, calendar_version) select (select revision + 1 from registry_head), kind, inbound_file, insurer, registered_at, registered_on, effective_on, calendar_version from registration_batch where inbound_file = {underway}; update registry_head set revision = revision + 1
            a batch counted for a file that was refused | ACCEPTED_ROWS_ARE_REGISTRATIONS BATCHES_COME_FROM_FILES VERDICTS_ARE_IN_THE_ACCESS_LOG | update inbound_file set status = 'REFUSED', rows = 0, accepted = 0, refused = 0 where id = {sound}
            a withdrawal removed | ACCEPTED_ROWS_ARE_REGISTRATIONS BATCHES_COUNT_THEIR_REGISTRATIONS BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | delete from withdrawal
            a withdrawal of another line | BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG WITHDRAWALS_TAKE_BACK_COMPLAINTS | update withdrawal set withdrawn_line = 7
            a withdrawal of another insurer's complaint | BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG WITHDRAWALS_TAKE_BACK_COMPLAINTS | update withdrawal set withdrawn_line = 2, withdrawn_batch = (select id from registration_batch where inbound_file = {sound})
            a withdrawal of what is no complaint | BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG WITHDRAWALS_TAKE_BACK_COMPLAINTS | update withdrawal set withdrawn_line = 1, withdrawn_batch = (select min(id) from registration_batch where kind = 'CHOICE')
            a withdrawal put in and the block taken out | ACCEPTED_ROWS_ARE_REGISTRATIONS BATCHES_COUNT_THEIR_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | insert into withdrawal select withdrawn_batch, 7, batch, 3 from withdrawal; insert into withdrawal_request select batch, 3, inbound_file, 7 from withdrawal_request; delete from block where mobile = 13810001706
            a withdrawal that nobody asked for | WITHDRAWALS_TAKE_BACK_COMPLAINTS | delete from withdrawal_request
            a withdrawal that was asked of another line | WITHDRAWALS_TAKE_BACK_COMPLAINTS | update withdrawal_request set withdrawn_line = 7
            a withdrawal that was asked of another file | WITHDRAWALS_TAKE_BACK_COMPLAINTS | update withdrawal_request set inbound_file = {mixed}
            a row neither accepted nor refused | ROWS_ARE_ACCEPTED_OR_REFUSED VERDICTS_ARE_IN_THE_ACCESS_LOG | update inbound_file set rows = rows + 1 where id = {nil}
            a held file that does not say why | HELD_FILES_CHANGE_NOTHING | delete from finding where inbound_file = {held} and line = 0; update inbound_file set finding_counts = finding_counts - 'TOO_MANY_REFUSED' where id = {held}
            a decision on a file that was not held | DECISIONS_TAKE_EFFECT RECORDS_ARE_IN_THE_ACCESS_LOG | insert into held_decision values ({mixed}, 2, 'REFUSE', 'x', 'x', now(), 'OPERATOR', 'x')
            a second verdict that nobody decided | DECISIONS_TAKE_EFFECT RECORDS_ARE_IN_THE_ACCESS_LOG | delete from held_decision where inbound_file = {refused}
            a release of what was refused in the end | DECISIONS_TAKE_EFFECT | delete from finding where inbound_file = {refused} and code = 'REFUSED_BY_OPERATOR'; update inbound_file set finding_counts = finding_counts - 'REFUSED_BY_OPERATOR' where id = {refused}
            a refused row's findings removed | REFUSED_ROWS_HAVE_FINDINGS | delete from finding where inbound_file = {mixed} and line = 5; update inbound_file set finding_counts = '{"ROW_REPEATED": 1}' where id = {mixed}
            a refused row more than there are findings | REFUSED_ROWS_HAVE_FINDINGS VERDICTS_ARE_IN_THE_ACCESS_LOG | update inbound_file set rows = rows + 1, refused = refused + 1 where id = {mixed}
            a warned row more than there are warnings | WARNED_ROWS_HAVE_WARNINGS | update inbound_file set warned = warned + 1 where id = {mixed}
            a warning on a row that is refused, too | WARNED_ROWS_HAVE_WARNINGS | update finding set line = 5 where inbound_file = {mixed} and code = 'ROW_REPEATED'
            findings counted under another code | FINDINGS_ARE_COUNTED | update inbound_file set finding_counts = '{"ROW_REPEATED": 1, "MOBILE_MALFORMED": 1, "TERM_UNKNOWN": 1}' where id = {mixed}
            a finding of no file | FINDINGS_BELONG_TO_FILES | insert into finding values (77777, 1, 2, 'mobile', 'MOBILE_LANDLINE')
            a block that stands twice | BLOCKS_FOLLOW_FROM_REGISTRATIONS | update block_page set blocks = byteacat(blocks, blocks) where thousand = 13810001
            a finding counted twice | FINDINGS_ARE_COUNTED | update inbound_file set finding_counts = jsonb_set(finding_counts, '{MOBILE_LANDLINE}', '2') where id = {mixed}
            an answer lost | FINISHED_FILES_ARE_ANSWERED | delete from answer where inbound_file = {released} and answer = 2
            a finished file's receipt not delivered | FINISHED_FILES_ARE_ANSWERED SPOOLED_ANSWERS_ARE_WHOLE | update answer set delivered_at = null where inbound_file = {released} and answer = 2 and kind = 'RECEIPT'
            an answer to a verdict that is not there | ANSWERS_FOLLOW_VERDICTS | update inbound_file set judged_answer = 0 where id = {nil}
            a verdict finished that is not there | ANSWERS_FOLLOW_VERDICTS FINISHED_FILES_ARE_ANSWERED | update inbound_file set finished_answer = 2 where id = {nil}
            a finished file that lies in upload/ | ARCHIVED_FILES_ARE_ANSWERED | update inbound_file set archived_as = null where id = {mixed}
            an archived file that is not answered | ARCHIVED_FILES_ARE_ANSWERED | update inbound_file set archived_as = remote_name where id = {underway}
            a receipt delivered before its outcome | RECEIPTS_FOLLOW_OUTCOMES | update answer set delivered_at = delivered_at + interval '1 hour' where inbound_file = {mixed} and kind = 'OUTCOME'
            a verdict without access log entry | RESULTS_HAVE_THEIR_RECORDS VERDICTS_ARE_IN_THE_ACCESS_LOG | update inbound_file set access_log_id = null where id = {mixed}
            a verdict that names the intent | RESULTS_HAVE_THEIR_RECORDS VERDICTS_ARE_IN_THE_ACCESS_LOG | update inbound_file f set access_log_id = e.intent from access_log_entry e where e.id = f.access_log_id and f.id = {mixed}
            a verdict that names another file's result | RESULTS_HAVE_THEIR_RECORDS VERDICTS_ARE_IN_THE_ACCESS_LOG | update inbound_file set access_log_id = (select access_log_id from inbound_file where id = {nil}) where id = {mixed}
            a list that names another list's result | LISTS_ARE_IN_THE_ACCESS_LOG | update block_list set access_log_index = (select access_log_index from block_list where insurer = 'BEIDOU' and sequence = 3) where insurer = 'YUNHE' and sequence = 3
            the first list lost | RESULTS_HAVE_THEIR_RECORDS SEQUENCES_HAVE_NO_GAPS | delete from block_list where insurer = 'YUNHE' and sequence = 1
            a list with another count of a line | LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS | update block_list set entries_by_line = array[entries + 1] where insurer = 'YUNHE' and sequence = 3
            a list that tells of another line of business | LISTS_SPEAK_OF_THEIR_PUBLICATION LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS | update block_list set business_lines = '{MOTOR}' where insurer = 'YUNHE' and sequence = 3
            a list that names no line of business | LISTS_SPEAK_OF_THEIR_PUBLICATION LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS | update block_list set business_lines = null, entries_by_line = null where insurer = 'YUNHE' and sequence = 3
            an insurer that sells what nobody decided | LINES_ARE_WHAT_THEY_WERE | insert into insurer_line values ('YUNHE', 'MOTOR', 31000, '2013-01-01', null, null)
            a line of an insurer that is decided by nobody | RECORDS_ARE_IN_THE_ACCESS_LOG | insert into insurer_line values ('YUNHE', 'MOTOR', 31000, '2013-01-01', null, now())
            a number that stands for another insurer, too | LINES_ARE_WHAT_THEY_WERE RECORDS_ARE_IN_THE_ACCESS_LOG | insert into insurer_line select 'YUNHE', 'MOTOR', scope, '2013-01-01', null, now() from insurer_line where insurer = 'BEIDOU'
            a line of business of the beginning under another name | LINES_ARE_WHAT_THEY_WERE | update business_line set name = 'Other insurance' where code = 'MOTOR'
            a list that speaks of an earlier moment than the one before | LISTS_NEVER_GO_BACK LISTS_SPEAK_OF_THEIR_PUBLICATION | update publication set as_of = as_of - interval '30 days' where id = 3; update block_list set as_of = as_of - interval '30 days' where publication = 3
            a list of an earlier revision than the one before | LISTS_NEVER_GO_BACK LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS | update publication set revision = 1 where id = 3; update block_list set revision = 1 where publication = 3
            a manifest that names another one before it | MANIFESTS_ARE_CHAINED | update block_list set previous_manifest_sha256 = repeat('0', 64) where insurer = 'YUNHE' and sequence = 3
            a manifest that names none before it | MANIFESTS_ARE_CHAINED | update block_list set previous_manifest_sha256 = null where insurer = 'YUNHE' and sequence = 3
            a first manifest that names one before it | MANIFESTS_ARE_CHAINED | update block_list set previous_manifest_sha256 = repeat('0', 64) where insurer = 'YUNHE' and sequence = 1
            a manifest delivered without its list | LISTS_ARE_DELIVERED_IN_ORDER | update block_list set list_delivered_at = null where insurer = 'YUNHE' and sequence = 3
            a manifest delivered before its list | LISTS_ARE_DELIVERED_IN_ORDER | update block_list set list_delivered_at = list_delivered_at + interval '1 hour' where insurer = 'YUNHE' and sequence = 3
            a list delivered while the manifest before it is not | LISTS_ARE_DELIVERED_IN_ORDER | update block_list set manifest_delivered_at = null where insurer = 'YUNHE' and sequence = 1
            a list delivered before the manifest before it | LISTS_ARE_DELIVERED_IN_ORDER | update block_list set manifest_delivered_at = manifest_delivered_at + interval '9 days' where insurer = 'YUNHE' and sequence = 1
            a list that is good for longer than its publication | LISTS_SPEAK_OF_THEIR_PUBLICATION | update block_list set use_by = use_by + 1 where insurer = 'YUNHE' and sequence = 3
            a list of a revision that the registry has not reached | LISTS_SPEAK_OF_THEIR_PUBLICATION | update block_list set revision = 99 where publication = 3; update publication set revision = 99 where id = 3
            a list with an entry more | LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS | update block_list set entries = entries + 1, rows = rows + 1 where insurer = 'YUNHE' and sequence = 3
            a delta with a row more | LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS | update block_list set rows = rows + 1 where insurer = 'YUNHE' and sequence = 3
            an acknowledgement of a list that is not delivered | ACKNOWLEDGEMENTS_ARE_OF_DELIVERED_LISTS LISTS_ARE_DELIVERED_IN_ORDER | update block_list set list_delivered_at = null, manifest_delivered_at = null where insurer = 'CHANGQING' and sequence = 1
            an acknowledgement from before its list | ACKNOWLEDGEMENTS_ARE_OF_DELIVERED_LISTS RECORDS_ARE_IN_THE_ACCESS_LOG | set session_replication_role = replica; update acknowledgement set applied_at = applied_at - interval '9 days' where inbound_file = {applied}; set session_replication_role = origin
            an acknowledgement that agrees with another list | ACKNOWLEDGEMENTS_ARE_OF_DELIVERED_LISTS RECORDS_ARE_IN_THE_ACCESS_LOG | set session_replication_role = replica; update acknowledgement set entries = entries + 1 where inbound_file = {applied}; set session_replication_role = origin
            an acknowledgement that is said to agree | ACKNOWLEDGEMENTS_ARE_OF_DELIVERED_LISTS RECORDS_ARE_IN_THE_ACCESS_LOG | set session_replication_role = replica; update acknowledgement set agrees = true where inbound_file = {other}; set session_replication_role = origin
            an insurer that was not told that its list differs | ACKNOWLEDGEMENTS_ARE_OF_DELIVERED_LISTS FINDINGS_ARE_COUNTED | delete from finding where inbound_file = {other}
            an acknowledgement removed | MESSAGES_ARE_RECORDED RECORDS_ARE_IN_THE_ACCESS_LOG | set session_replication_role = replica; delete from acknowledgement_unit; delete from acknowledgement where inbound_file = {applied}; set session_replication_role = origin
            an acknowledgement of another insurer | ACKNOWLEDGED_UNITS_ARE_REGISTERED ACKNOWLEDGEMENTS_ARE_OF_DELIVERED_LISTS MESSAGES_ARE_RECORDED RECORDS_ARE_IN_THE_ACCESS_LOG | set session_replication_role = replica; update acknowledgement set insurer = 'BEIDOU' where inbound_file = {applied}; set session_replication_role = origin
            an acknowledgement that no file has brought | ACKNOWLEDGEMENTS_ARE_OF_DELIVERED_LISTS MESSAGES_ARE_RECORDED RECORDS_ARE_IN_THE_ACCESS_LOG | insert into acknowledgement select {nil}, insurer, sequence, applied_at, received_at, entries, list_digest, agrees from acknowledgement where inbound_file = {other}
            a sales unit that nobody has registered | ACKNOWLEDGED_UNITS_ARE_REGISTERED RECORDS_ARE_IN_THE_ACCESS_LOG | insert into acknowledgement_unit values ({applied}, 'NOBODY')
            a sales unit that called no longer | ACKNOWLEDGED_UNITS_ARE_REGISTERED RECORDS_ARE_IN_THE_ACCESS_LOG | update sales_unit set closed_at = '2012-09-24T09:00+08' where code = 'HAIDIAN-2'
            a request for a full list removed | MESSAGES_ARE_RECORDED RECORDS_ARE_IN_THE_ACCESS_LOG | set session_replication_role = replica; delete from resync_request; set session_replication_role = origin
            a list with other numbers | LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS | update block_list set list_digest = repeat('0', 64) where insurer = 'YUNHE' and sequence = 3
            a delta without the list before it | LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS RESULTS_HAVE_THEIR_RECORDS SEQUENCES_HAVE_NO_GAPS | delete from block_list where insurer = 'YUNHE' and sequence = 2
            a delta from another revision than that of the list before it | LISTS_SPEAK_OF_THEIR_PUBLICATION LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS | update block_list set revision = revision - 1 where insurer = 'YUNHE' and sequence = 2
            a delta that is recorded as a full list | LISTS_ARE_IN_THE_ACCESS_LOG LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS SPOOLED_LISTS_ARE_WHOLE | update block_list set kind = 'full' where insurer = 'YUNHE' and sequence = 3
            a list with another CSV | LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS | update block_list set content_sha256 = repeat('0', 64) where insurer = 'YUNHE' and sequence = 3
            """)
    void detectsChangeByViolatedRules(String tampering, String rules, String statement) {
        exchange.tamper(statement);

        List<RuleResult> broken = broken(exchange.verify(VerifyRegistry.RederivedLists.NEWEST));

        assertThat(names(broken)).as(tampering).isEqualTo(rules);
        assertThat(names(touched()))
                .as("%s, in what a run has touched", tampering)
                .isEqualTo(Stream.of(rules.split(" "))
                        .filter(rule -> !OF_THE_WHOLE.contains(VerifiedRule.valueOf(rule)))
                        .collect(Collectors.joining(" ")));
        assertThat(broken)
                .allSatisfy(ruleResult ->
                        assertThat(ruleResult.examples()).isNotEmpty().hasSizeLessThanOrEqualTo(10));
        assertThat(broken.toString()).doesNotContainPattern("1[3-9]\\d{9}");
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "list_digest, repeat('0' ; 64), blocklist-YUNHE-00000001-full.csv.pgp",
        "content_sha256, repeat('0' ; 64), blocklist-YUNHE-00000001-full.csv.pgp",
        "list_digest, repeat('0' ; 64), blocklist-YUNHE-00000002-delta.csv.pgp",
        "content_sha256, repeat('0' ; 64), blocklist-YUNHE-00000002-delta.csv.pgp",
        "entries, entries - 1, blocklist-YUNHE-00000002-delta.csv.pgp",
        "rows, rows + 1, blocklist-YUNHE-00000002-delta.csv.pgp",
    })
    void detectsChangedOldListIfAllListsAreDerived(String column, String value, String list) {
        exchange.tamper("update block_list set %s = %s where insurer = 'YUNHE' and sequence = %s"
                .formatted(column, value.replace(';', ','), list.substring(22, 24)));

        assertThat(broken(exchange.verify(VerifyRegistry.RederivedLists.NEWEST)))
                .isEmpty();
        assertThat(broken(exchange.verify(VerifyRegistry.RederivedLists.ALL)))
                .singleElement()
                .satisfies(ruleResult -> {
                    assertThat(ruleResult.code()).isEqualTo(VerifiedRule.LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS);
                    assertThat(ruleResult.examples()).singleElement().asString().startsWith(list);
                });
    }

    /** A run verifies its files and lists, and the registry's head; these registrations came without file. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a choice of another insurer | BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration set scope = 32003 where mobile = 13810001702 and complaint is null
            a choice for longer | BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration set expires_on = expires_on + 1 where mobile = 13810001701 and complaint is null
            a choice and its blocks, both for longer | LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration set expires_on = expires_on + 1 where mobile = 13810001711; update block set expires_on = expires_on + 1 where mobile = 13810001711
            a choice made earlier that day | CONSUMER_REGISTRATIONS_ARE_REGISTERED REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration_batch set registered_at = registered_at - interval '1 second' where kind = 'CHOICE'
            a cancellation removed | BATCHES_COUNT_THEIR_REGISTRATIONS BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | delete from registration where mobile = 13810001703 and complaint is null
            a cancellation that is told as a release | REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration_batch set kind = 'RELEASE', effective_on = null, calendar_version = null where id = (select batch from registration where mobile = 13810001703 and complaint is null)
            a word of the portal forgotten | CONSUMER_REGISTRATIONS_ARE_REGISTERED | delete from consumer_registration where term is null
            a word of the portal that was never said | CONSUMER_REGISTRATIONS_ARE_REGISTERED | insert into consumer_registration select '0000-0000-0001', gen_random_uuid(), subject, 1, entry, registered_at, named, term, effective_on, expires_on, consent from consumer_registration where term is null
            a word of the portal that is another holder's | CONSUMER_REGISTRATIONS_ARE_REGISTERED | update consumer_registration set subject = '2012:' || repeat('0', 64)
            a last registration forgotten | BLOCKS_FOLLOW_FROM_REGISTRATIONS | delete from last_consumer_registration where mobile = 13810001703
            a last registration of another day | BLOCKS_FOLLOW_FROM_REGISTRATIONS | update last_consumer_registration set registered_on = registered_on + 1 where mobile = 13810001711
            a last registration that nobody has said | BLOCKS_FOLLOW_FROM_REGISTRATIONS | insert into last_consumer_registration values (13810001401, '2012-09-25', 1)
            a succession to an insurer of another line of business | BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration_batch set successor = (select scope from insurer where code = 'BEIDOU') where kind = 'SUCCESSION'
            a succession the other way round | BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG | update registration_batch set insurer = successor, successor = insurer where kind = 'SUCCESSION'
            a succession removed | BLOCKS_FOLLOW_FROM_REGISTRATIONS LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS REGISTRATIONS_ARE_IN_THE_ACCESS_LOG REVISIONS_HAVE_NO_GAPS | delete from registration_batch where kind = 'SUCCESSION'
            """)
    void detectsChangeOfRegistrationsWithoutFile(String tampering, String rules, String statement) {
        exchange.tamper(statement);

        assertThat(names(broken(exchange.verify(VerifyRegistry.RederivedLists.NEWEST))))
                .as(tampering)
                .isEqualTo(rules);
        assertThat(names(touched()))
                .as("in what a run has touched")
                .isEqualTo(rules.contains("REVISIONS_HAVE_NO_GAPS") ? "REVISIONS_HAVE_NO_GAPS" : "");
    }

    /** Ensures that the exchange has each kind of row. */
    @Test
    void newestListsFollowFromChoicesAndUploads() {
        assertThat(exchange.exchange().lists("YUNHE").text(3)).isEqualTo("""
                action,mobile,business_line,effective_on,expires_on\r
                CHANGE,13810001701,LIFE,2012-10-09,2013-04-11\r
                CHANGE,13810001702,LIFE,2012-10-09,2013-10-11\r
                REMOVE,13810001703,LIFE,,\r
                REMOVE,13810001704,LIFE,,\r
                REMOVE,13810001705,LIFE,,\r
                ADD,13810001712,LIFE,2012-10-11,2013-04-11\r
                """);
        assertThat(exchange.exchange().lists("BEIDOU").text(3)).isEqualTo("""
                action,mobile,business_line,effective_on,expires_on\r
                ADD,13810001711,PROPERTY,2012-10-11,2014-10-11\r
                ADD,13810001712,PROPERTY,2012-10-11,2013-04-11\r
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            gone      | lists/YUNHE/blocklist-YUNHE-00000001-full.csv.pgp             | SPOOLED_LISTS_ARE_WHOLE   | run verify all
            cut short | lists/YUNHE/blocklist-YUNHE-00000001-full.csv.pgp             | SPOOLED_LISTS_ARE_WHOLE   | run verify all
            changed   | lists/YUNHE/blocklist-YUNHE-00000001-full.csv.pgp             | SPOOLED_LISTS_ARE_WHOLE   | all
            changed   | lists/CHANGQING/blocklist-CHANGQING-00000003-delta.csv.pgp    | SPOOLED_LISTS_ARE_WHOLE   | run verify all
            gone      | lists/YUNHE/blocklist-YUNHE-00000001.manifest.json.pgp        | SPOOLED_LISTS_ARE_WHOLE   | run verify all
            changed   | lists/YUNHE/blocklist-YUNHE-00000001.manifest.json.pgp        | SPOOLED_LISTS_ARE_WHOLE   | run verify all
            gone      | inbound/{underway}/outcome-complaints-CHANGQING-20120924-003.csv.pgp  | SPOOLED_ANSWERS_ARE_WHOLE | run verify all
            changed   | inbound/{underway}/receipt-complaints-CHANGQING-20120924-003.json.pgp | SPOOLED_ANSWERS_ARE_WHOLE | verify all
            gone      | inbound/{held}/upload.pgp                                     | SPOOLED_UPLOADS_ARE_WHOLE | run verify all
            cut short | inbound/{held}/upload.pgp                                     | SPOOLED_UPLOADS_ARE_WHOLE | run verify all
            changed   | inbound/{held}/upload.pgp                                     | SPOOLED_UPLOADS_ARE_WHOLE | verify all
            """)
    void detectsMissingSpoolFile(String how, String path, String rule, String by) throws IOException {
        Path file = exchange.spool(path);
        byte[] good = Files.readAllBytes(file);
        try {
            spoil(file, how, good.clone());

            assertThat(names(touched())).as("run").isEqualTo(by.contains("run") ? rule : "");
            assertThat(names(broken(exchange.verify(VerifyRegistry.RederivedLists.NEWEST))))
                    .as("verify")
                    .isEqualTo(by.contains("verify") ? rule : "");
            assertThat(names(broken(exchange.verify(VerifyRegistry.RederivedLists.ALL))))
                    .isEqualTo(rule);
        } finally {
            Files.write(file, good);
        }
    }

    @Test
    void runVerifiesOnlyItsOwnChanges() {
        exchange.tamper("update inbound_file set warned = warned + 1 where id = {mixed};"
                + "update block_list set use_by = use_by + 1 where insurer = 'YUNHE' and sequence = 3");

        assertThat(exchange.touched()
                        .files(exchange.files().stream()
                                .filter(file -> !file.stem().equals("complaints-YUNHE-20120921-001"))
                                .toList()))
                .isEmpty();
        assertThat(exchange.touched()
                        .lists(exchange.lists().stream()
                                .filter(list ->
                                        !list.manifest().insurer().value().equals("YUNHE"))
                                .toList()))
                .isEmpty();
        assertThat(exchange.touched().files(List.of())).isEmpty();
        assertThat(exchange.touched().lists(List.of())).isEmpty();
        assertThat(touched())
                .extracting(ruleResult -> ruleResult.examples().toString())
                .containsExactly(
                        "[complaints-YUNHE-20120921-001: 2 rows warned, warnings alone on 1]",
                        "[YUNHE 3: revision 14]");
    }

    @Test
    void recordsVerificationInTheAccessLog() {
        exchange.tamper("delete from block where mobile = 13810001401");

        exchange.verify(VerifyRegistry.RederivedLists.NEWEST);

        assertThat(exchange.sql()
                        .queryForList(
                                "select phase, coalesce(outcome, '-') as outcome, coalesce(numbers, -1) as numbers"
                                        + " from access_log_entry order by id desc limit 2"))
                .extracting(row -> row.get("phase") + " " + row.get("outcome") + " " + row.get("numbers"))
                .containsExactly("RESULT DIFFERS 13", "INTENT - -1");
    }

    @Test
    void reportsProgressOfVerification() {
        Set<String> seen = new TreeSet<>();
        exchange.exchange()
                .bean(jinbo.batch.Progress.class)
                .watch((what, done, total) -> seen.add(what + " " + done + "/" + total));

        exchange.verify(VerifyRegistry.RederivedLists.NEWEST);

        assertThat(seen).contains("registry verify 20/20");
    }

    private static void spoil(Path file, String how, byte[] bytes) throws IOException {
        switch (how) {
            case "gone" -> Files.delete(file);
            case "cut short" -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
            default -> {
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
    }

    private static List<RuleResult> touched() {
        return Stream.of(
                        exchange.touched().files(exchange.files()),
                        exchange.touched().lists(exchange.lists()))
                .flatMap(Collection::stream)
                .toList();
    }

    private static List<RuleResult> broken(List<RuleResult> ruleResults) {
        return ruleResults.stream().filter(ruleResult -> !ruleResult.holds()).toList();
    }

    private static RuleResult of(VerifiedRule rule, List<RuleResult> ruleResults) {
        return ruleResults.stream()
                .filter(ruleResult -> ruleResult.code() == rule)
                .findFirst()
                .orElseThrow();
    }

    private static String names(List<RuleResult> ruleResults) {
        return ruleResults.stream()
                .map(ruleResult -> ruleResult.code().name())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
