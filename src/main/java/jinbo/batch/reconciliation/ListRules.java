package jinbo.batch.reconciliation;

import java.util.List;

/**
 * The order of an insurer's lists: a chain without gaps that never goes back and is delivered link by link.
 *
 * <p>Two nodes may have clocks that differ a little, so times of delivery are compared with the five minutes of leeway
 * that the exchange grants to signatures.
 */
final class ListRules {

    private static final String LISTS = "select count(*) from block_list l where {list l}";
    private static final String WITH_THE_ONE_BEFORE = """
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
                            + WITH_THE_ONE_BEFORE
                            + "and (l.as_of < p.as_of or l.revision < p.revision)"),
            new QueryRule(
                    VerifiedRule.MANIFESTS_ARE_CHAINED,
                    LISTS,
                    "select l.insurer || ' ' || l.sequence\n" + WITH_THE_ONE_BEFORE + """
                              and (l.sequence = 1 and l.previous_manifest_sha256 is not null
                                   or l.sequence = p.sequence + 1
                                      and l.previous_manifest_sha256 is distinct from p.manifest_sha256)
                            """),
            new QueryRule(
                    VerifiedRule.LISTS_ARE_DELIVERED_IN_ORDER,
                    LISTS,
                    "select l.insurer || ' ' || l.sequence\n" + WITH_THE_ONE_BEFORE + """
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
                    """));

    private ListRules() {}
}
