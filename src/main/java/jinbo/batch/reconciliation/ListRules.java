package jinbo.batch.reconciliation;

import java.util.List;

/** Rules about the chains of insurers' lists and the messages about lists. Clocks may differ by five minutes. */
final class ListRules {

    private static final String LISTS = "select count(*) from block_list l where {list l}";
    private static final String WITH_PREVIOUS = """
            from block_list l
            left join lateral (select * from block_list p
                               where p.insurer = l.insurer and p.sequence < l.sequence
                               order by p.sequence desc limit 1) p on true
            where {list l}
            """;

    static final List<QueryRule> ALL = List.of(
            new QueryRule(VerifiedRule.SEQUENCES_HAVE_NO_GAPS, LISTS, """
                    select l.insurer || ' ' || l.sequence || ': there is no list ' || l.sequence - 1
                    from block_list l
                    where {list l} and l.sequence > 1
                      and not exists (select from block_list p
                                      where p.insurer = l.insurer and p.sequence = l.sequence - 1)
                      and not exists (select from block_list_gap g
                                      where g.insurer = l.insurer
                                        and l.sequence - 1 between g.first_missing and g.last_missing)
                    """),
            new QueryRule(
                    VerifiedRule.LISTS_NEVER_GO_BACK,
                    LISTS,
                    "select l.insurer || ' ' || l.sequence || ': revision ' || l.revision || ' after ' || p.revision\n"
                            + WITH_PREVIOUS
                            + "and (l.as_of < p.as_of or l.revision < p.revision)"),
            new QueryRule(
                    VerifiedRule.MANIFESTS_ARE_CHAINED,
                    LISTS,
                    "select l.insurer || ' ' || l.sequence\n" + WITH_PREVIOUS + """
                              and (l.sequence = 1 and l.previous_manifest_sha256 is not null
                                   or l.sequence = p.sequence + 1
                                      and l.previous_manifest_sha256 is distinct from p.manifest_sha256)
                            """),
            new QueryRule(
                    VerifiedRule.LISTS_ARE_DELIVERED_IN_ORDER,
                    LISTS,
                    "select l.insurer || ' ' || l.sequence\n" + WITH_PREVIOUS + """
                              and (l.manifest_delivered_at is not null
                                   and (l.list_delivered_at is null
                                        or l.list_delivered_at > l.manifest_delivered_at + interval '5 minutes')
                                   or l.list_delivered_at is not null and p.sequence is not null
                                   and (p.manifest_delivered_at is null
                                        or p.manifest_delivered_at > l.list_delivered_at + interval '5 minutes'))
                            """),
            new QueryRule(VerifiedRule.LISTS_SPEAK_OF_THEIR_PUBLICATION, LISTS, """
                    select l.insurer || ' ' || l.sequence || ': revision ' || l.revision
                    from block_list l
                    left join publication p on p.id = l.publication
                    where {list l}
                      and ((l.as_of, l.use_by, l.revision) is distinct from (p.as_of, p.use_by, p.revision)
                           or l.revision > (select h.revision from registry_head h)
                           or l.business_lines <> array(
                                  select s.line from insurer_line s
                                  where s.insurer = l.insurer and s.since <= (l.as_of at time zone 'Asia/Shanghai')::date
                                    and (s.ended_on is null or s.ended_on > (l.as_of at time zone 'Asia/Shanghai')::date)
                                  order by s.line)
                           or l.business_lines is null
                              and (select i.sector from insurer i where i.code = l.insurer) is null)
                    """),
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

    private ListRules() {}
}
