package jinbo.batch.reconciliation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jinbo.exchange.format.Manifest;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.InboundFile;

/**
 * What the rules are checked on. A rule's query says which of its columns names the file ({@code {file f.id}}) or which
 * of its tables is the list ({@code {list l}}); here that becomes a condition.
 */
sealed interface RuleScope {

    Pattern FILE = Pattern.compile("\\{file ([\\w.]+)}");
    Pattern LIST = Pattern.compile("\\{list (\\w+)}");

    String apply(String query);

    /** Whether a rule with this query can be checked on these subjects without looking at all the others. */
    boolean supports(String query);

    /** What the conditions refer to, by name. */
    Map<String, Object> parameters();

    /** All files and all lists. */
    record Everything() implements RuleScope {
        @Override
        public String apply(String query) {
            return LIST.matcher(FILE.matcher(query).replaceAll("true")).replaceAll("true");
        }

        @Override
        public boolean supports(String query) {
            return true;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of();
        }
    }

    /** These files, whose rows indexes find. */
    record Files(List<Long> ids) implements RuleScope {

        static Files of(Collection<InboundFile> files) {
            return new Files(files.stream().map(InboundFile::id).distinct().toList());
        }

        @Override
        public String apply(String query) {
            return FILE.matcher(query).replaceAll((MatchResult mark) -> mark.group(1) + " = any(:files)");
        }

        @Override
        public boolean supports(String query) {
            return FILE.matcher(query).find();
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("files", ids.toArray(Long[]::new));
        }
    }

    /** These lists, whose rows the primary key finds. */
    record Lists(List<String> insurers, List<Long> sequences) implements RuleScope {

        static Lists of(Collection<SealedList> lists) {
            List<Manifest> manifests =
                    lists.stream().map(SealedList::manifest).distinct().toList();
            return new Lists(
                    manifests.stream().map(list -> list.insurer().value()).toList(),
                    manifests.stream().map(list -> (long) list.sequence()).toList());
        }

        @Override
        public String apply(String query) {
            return LIST.matcher(query)
                    .replaceAll((MatchResult mark) ->
                            "(%1$s.insurer, %1$s.sequence) in (select * from unnest(:insurers, :sequences))"
                                    .formatted(mark.group(1)));
        }

        @Override
        public boolean supports(String query) {
            return LIST.matcher(query).find();
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("insurers", insurers.toArray(String[]::new), "sequences", sequences.toArray(Long[]::new));
        }
    }
}
