package jinbo.reconciliation;

import java.util.List;

/** What receipts and manifests say about the access log: the entry that they name is the result of that very access. */
final class AccessLogRules {

    static final List<SumRule> ALL = List.of(
            // an invalid name may hold anything, so the log knows such a file by its stem
            new SumRule(
                    VerifiedRule.VERDICTS_ARE_IN_THE_ACCESS_LOG,
                    "select count(*) from inbound_file f where f.status is not null and {file f.id}",
                    """
                    select f.stem || ': entry ' || coalesce(f.access_log_id::text, '(none)')
                    from inbound_file f
                    where f.status is not null and {file f.id}
                      and not exists (select from access_log_entry e
                                      where e.id = f.access_log_id and e.phase = 'RESULT'
                                        and e.action in ('TAKE_IN', 'RELEASE') and e.insurer = f.insurer
                                        and e.object = case when f.name_fault is null then f.remote_name else f.stem end)
                    """),
            new SumRule(
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
                    """));

    private AccessLogRules() {}
}
