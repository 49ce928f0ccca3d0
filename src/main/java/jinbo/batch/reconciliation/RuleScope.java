package jinbo.batch.reconciliation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jinbo.exchange.format.Manifest;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.InboundFile;

/**
 * The uploads or lists to verify. In a query, marks like {@code {file f.id}} (a column with the id of an upload) and
 * {@code {list l}} (a table of lists) stand for conditions, which this class fills in.
 *
 * @param conditions by mark, with {@code $1} for the name in the mark
 */
record RuleScope(Map<Pattern, String> conditions, Map<String, Object> parameters) {

    private static final Pattern FILE = Pattern.compile("\\{file ([\\w.]+)}");
    private static final Pattern LIST = Pattern.compile("\\{list (\\w+)}");

    static final RuleScope EVERYTHING = new RuleScope(Map.of(FILE, "true", LIST, "true"), Map.of());

    static RuleScope files(Collection<InboundFile> files) {
        return files(files.stream().map(InboundFile::id).distinct().toList());
    }

    static RuleScope files(List<Long> ids) {
        return new RuleScope(Map.of(FILE, "$1 = any(:files)"), Map.of("files", ids.toArray(Long[]::new)));
    }

    static RuleScope lists(Collection<SealedList> lists) {
        List<Manifest> manifests =
                lists.stream().map(SealedList::manifest).distinct().toList();
        return lists(
                manifests.stream().map(list -> list.insurer().value()).toList(),
                manifests.stream().map(list -> (long) list.sequence()).toList());
    }

    static RuleScope lists(List<String> insurers, List<Long> sequences) {
        return new RuleScope(
                Map.of(LIST, "($1.insurer, $1.sequence) in (select * from unnest(:insurers, :sequences))"),
                Map.of("insurers", insurers.toArray(String[]::new), "sequences", sequences.toArray(Long[]::new)));
    }

    String apply(String query) {
        String applied = query;
        for (Map.Entry<Pattern, String> condition : conditions.entrySet()) {
            applied = condition.getKey().matcher(applied).replaceAll(condition.getValue());
        }
        return applied;
    }

    /** True if a query has such marks, so that it can be restricted to these items. */
    boolean supports(String query) {
        return conditions.keySet().stream().anyMatch(mark -> mark.matcher(query).find());
    }
}
