package jinbo.batch.reconciliation;

import java.util.List;

/** Rules between the records of uploads, lists, case files and erasures, and the access log entries about them. */
final class AccessLogRules {

    /** Finds entries without their record, and for case files and erasures also records without their entry. */
    private static final String RECORDS_OF_RESULTS = """
                    select e.object || ': entry ' || e.id || ' judged it, and it is not recorded'
                    from access_log_entry e
                    where e.phase = 'RESULT' and e.action in ('TAKE_IN', 'RELEASE')
                      and e.outcome in ('ACCEPTED', 'PARTLY_ACCEPTED', 'HELD', 'REFUSED')
                      and not exists (select from inbound_file f where f.access_log_id = e.id)
                      and (e.outcome <> 'HELD'
                           or not exists (select from inbound_file f
                                          where f.insurer = e.insurer and f.access_log_id > e.id and f.judged_answer > 1
                                            and e.object = case when f.name_fault is null then f.remote_name else f.stem end))
                    union all
                    select e.object || ': entry ' || e.id || ' vouches for it, and it is not recorded (a run that has just died'
                        || ' leaves this to the next one)'
                    from access_log_entry e
                    where e.phase = 'RESULT' and e.action = 'PUBLISH_LIST' and e.outcome = 'SEALED' and e.list_sequence is not null
                      and not exists (select from block_list l
                                      where l.insurer = e.insurer and l.sequence = e.list_sequence and l.sha256 = e.list_sha256)
                      and not exists (select from access_log_entry later
                                      where later.id > e.id and later.phase = 'RESULT' and later.action = 'PUBLISH_LIST'
                                        and later.insurer = e.insurer and later.list_sequence = e.list_sequence)
                    union all
                    select e.object || ': entry ' || e.id || ' handed it over, and it is not recorded'
                    from access_log_entry e
                    where e.phase = 'RESULT' and e.action = 'HAND_OVER_CASES' and e.outcome = 'SEALED'
                      and not exists (select from case_file f where f.access_log_id = e.id)
                    union all
                    select f.name || ': entry ' || f.access_log_id || ' is not that of its cases'
                    from case_file f
                    where not exists (select from access_log_entry e
                                      where e.id = f.access_log_id and e.phase = 'RESULT' and e.action = 'HAND_OVER_CASES'
                                        and e.outcome = 'SEALED' and e.insurer = f.insurer and e.object = f.name
                                        and e.numbers = (select count(*) from case_notice n
                                                         where n.case_file = f.id and n.notice = 'COMPLAINT'))
                    union all
                    select 'erasure of ' || e.at::date || ': entry ' || e.id || ' tells of it, and it is not recorded'
                    from access_log_entry e
                    where e.phase = 'RESULT' and e.action = 'ERASE' and e.outcome = 'ERASED'
                      and not exists (select from erasure r where r.intent = e.intent)
                      and not exists (select from call_case_erasure r where r.intent = e.intent)
                    union all
                    select 'erasure ' || r.id || ': no entry of the access log tells of it'
                    from erasure r
                    where not exists (select from access_log_entry e
                                      where e.intent = r.intent and e.action = 'ERASE' and e.outcome = 'ERASED'
                                        and e.object = 'registry' and e.numbers = r.numbers)
                    union all
                    select 'erasure of case ' || c.number || ': no entry of the access log tells of it'
                    from call_case_erasure r join call_case c on c.id = r.call_case
                    where not exists (select from access_log_entry e
                                      where e.intent = r.intent and e.action = 'ERASE' and e.outcome = 'ERASED'
                                        and e.object = 'closed cases')
                    union all
                    select e.object || ': entry ' || e.id || ' destroyed it, and that is not recorded'
                    from access_log_entry e
                    where e.phase = 'RESULT' and e.action = 'ERASE' and e.outcome = 'DESTROYED'
                      and not exists (select from destroyed_subject_key k where e.object = 'subject key ' || k.epoch)
                    union all
                    select 'subject key ' || k.epoch || ': no entry of the access log destroyed it'
                    from destroyed_subject_key k
                    where not exists (select from access_log_entry e where e.action = 'ERASE' and e.object = 'subject key ' || k.epoch)
                    """;

    static final List<QueryRule> ALL = List.of(
            // an invalid name may contain anything, so the log identifies such a file by its stem
            new QueryRule(
                    VerifiedRule.VERDICTS_ARE_IN_THE_ACCESS_LOG,
                    "select count(*) from inbound_file f where f.status is not null and {file f.id}",
                    """
                    select f.stem || ': entry ' || coalesce(f.access_log_id::text, '(none)')
                    from inbound_file f
                    where f.status is not null and {file f.id}
                      and not exists (select from access_log_entry e
                                      where e.id = f.access_log_id and e.phase = 'RESULT'
                                        and e.action in ('TAKE_IN', 'RELEASE') and e.insurer = f.insurer
                                        and e.outcome = f.status and e.numbers = f.rows
                                        and e.object = case when f.name_fault is null then f.remote_name else f.stem end)
                    union all
                    select f.stem || ': is not what its name says'
                    from inbound_file f
                    where f.name_fault is null and f.stem <> split_part(f.remote_name, '.', 1) and {file f.id}
                    """),
            new QueryRule(
                    VerifiedRule.LISTS_ARE_IN_THE_ACCESS_LOG, "select count(*) from block_list l where {list l}", """
                    select l.insurer || ' ' || l.sequence || ': entry ' || l.access_log_index
                    from block_list l
                    where {list l}
                      and not exists (select from access_log_place p join access_log_entry e on e.id = p.entry
                                      where p.index = l.access_log_index and e.phase = 'RESULT'
                                        and e.action = 'PUBLISH_LIST' and e.insurer = l.insurer
                                        and e.object = 'blocklist-' || l.insurer || '-' || lpad(l.sequence::text, 8, '0')
                                            || '-' || l.kind || '.csv.pgp'
                                        and coalesce(e.list_sequence = l.sequence and e.list_sha256 = l.sha256,
                                                     l.access_log_checkpoint is null))
                    """),
            new QueryRule(VerifiedRule.RESULTS_HAVE_THEIR_RECORDS, """
                    select (select count(*) from access_log_entry
                            where phase = 'RESULT'
                              and (action in ('TAKE_IN', 'RELEASE') and outcome in ('ACCEPTED', 'PARTLY_ACCEPTED', 'HELD', 'REFUSED')
                                   or action = 'PUBLISH_LIST' and outcome = 'SEALED'
                                   or action = 'HAND_OVER_CASES' and outcome = 'SEALED'
                                   or action = 'ERASE' and outcome in ('ERASED', 'DESTROYED')))
                         + (select count(*) from case_file) + (select count(*) from erasure)
                         + (select count(*) from call_case_erasure) + (select count(*) from destroyed_subject_key)
                    """, RECORDS_OF_RESULTS));

    private AccessLogRules() {}
}
