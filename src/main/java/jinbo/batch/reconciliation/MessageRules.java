package jinbo.batch.reconciliation;

import java.util.List;

/** What insurers have said about their lists: each message recorded once, each about a list that it can be about. */
final class MessageRules {

    static final List<QueryRule> ALL = List.of(
            new QueryRule(VerifiedRule.MESSAGES_ARE_RECORDED, """
                    select count(*) from inbound_file f
                    where (starts_with(f.stem, 'ack-') or starts_with(f.stem, 'resync-')) and {file f.id}
                    """, """
                    select f.stem || ': ' || coalesce(f.status, 'not judged')
                    from inbound_file f
                    where {file f.id}
                      and (case when f.status = 'ACCEPTED' and starts_with(f.stem, 'ack-') then 1 else 0 end
                           <> (select coalesce(sum(case when (a.insurer, a.received_at) = (f.insurer, f.received_at) then 1 else 2 end), 0)
                               from acknowledgement a where a.inbound_file = f.id)
                           or case when f.status = 'ACCEPTED' and starts_with(f.stem, 'resync-') then 1 else 0 end
                           <> (select coalesce(sum(case when (r.insurer, r.received_at) = (f.insurer, f.received_at) then 1 else 2 end), 0)
                               from resync_request r where r.inbound_file = f.id))
                    """),
            new QueryRule(
                    VerifiedRule.ACKNOWLEDGEMENTS_ARE_OF_DELIVERED_LISTS,
                    "select count(*) from acknowledgement a where {file a.inbound_file}",
                    """
                    select a.insurer || ' ' || a.sequence || ', file ' || a.inbound_file
                    from acknowledgement a
                    left join block_list l on l.insurer = a.insurer and l.sequence = a.sequence
                    where {file a.inbound_file}
                      and (l.list_delivered_at is null
                           or a.applied_at < l.as_of - interval '5 minutes'
                           or a.agrees is distinct from (a.entries = l.entries and a.list_digest = l.list_digest)
                           or a.agrees = ((select count(*) from finding n
                                           where n.inbound_file = a.inbound_file and n.code = 'LIST_DIFFERS') > 0))
                    """),
            new QueryRule(
                    VerifiedRule.ACKNOWLEDGED_UNITS_ARE_REGISTERED,
                    "select count(*) from acknowledgement_unit n where {file n.inbound_file}",
                    """
                    select coalesce(a.insurer, 'nobody') || ' ' || n.unit
                    from acknowledgement_unit n
                    left join acknowledgement a on a.inbound_file = n.inbound_file
                    left join sales_unit u on u.insurer = a.insurer and u.code = n.unit
                    where {file n.inbound_file}
                      and (u.code is null or u.closed_at < a.received_at - interval '5 minutes')
                    """));

    private MessageRules() {}
}
