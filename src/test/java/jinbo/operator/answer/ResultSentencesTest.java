package jinbo.operator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import jinbo.batch.Remark;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifiedRule;
import jinbo.operator.report.AccessReport;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Derived;
import org.junit.jupiter.api.Test;

/** The records here have the names of records with such sentences. */
class ResultSentencesTest {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");

    record RecoverySettled(long recovery, boolean settled, List<Remark> left, List<LostSequences> gaps) {}

    record LostSequences(InsurerCode insurer, int first, int last, boolean chained) {
        @Derived
        int next() {
            return last + 1;
        }
    }

    record AccessesReported(
            String month,
            Optional<InsurerCode> insurer,
            boolean over,
            String madeAt,
            String log,
            long size,
            String root,
            List<RuleResult> counts,
            AccessReport.AccessTotals totals,
            List<String> files) {}

    record RegistryProven(boolean agrees, List<RuleResult> checks) {
        @Derived
        List<String> examples() {
            return checks.stream().flatMap(rule -> rule.examples().stream()).toList();
        }

        @Derived
        List<String> notComparable() {
            return List.of();
        }
    }

    record LogKeyShown(String verifierKey) {}

    @Test
    void choosesSentenceByValue() {
        assertThat(told(new RecoverySettled(
                        1, true, List.of(new Remark(YUNHE, "held")), List.of(new LostSequences(YUNHE, 6, 7, true)))))
                .isEqualTo("""
                    Recovery 1 is settled. The publishing of lists resumes.

                    YUNHE: the next list has the sequence 8 and continues the list chain.

                    Not done, or given up with --force:
                      YUNHE: held
                    """);
        assertThat(told(new RecoverySettled(1, false, List.of(), List.of())))
                .startsWith("Recovery 1 is not settled")
                .hasLineCount(1);
    }

    @Test
    void showsRecordWithAPhraseAsOneValue() {
        AccessReport.AccessTotals totals = new AccessReport.AccessTotals(1000, 2, 3, 4, 5);

        assertThat(told(new AccessesReported(
                        "2026-11", Optional.empty(), true, "", "log", 1234, "root", List.of(), totals, List.of())))
                .isEqualTo("""
                    2026-11: accesses 1,000, numbers accessed 2, failed 3, without result 4, refused 5.
                    The report counts the entries that the checkpoint of the log log covers: 1234 entries, root root
                    """);
    }

    @Test
    void showsColumnWithOtherTitleAndTranslatedValues() {
        RuleResult wrong = new RuleResult(VerifiedRule.values()[0], 3, 1, List.of("here"), List.of());

        assertThat(told(new RegistryProven(false, List.of(wrong))).lines())
                .satisfiesExactly(
                        titles -> assertThat(titles).matches("Result +Checked +Wrong +Rule *"),
                        rule -> assertThat(rule).startsWith("DIFFERS  3        1      "),
                        gap -> assertThat(gap).isEmpty(),
                        example -> assertThat(example).isEqualTo("  here"),
                        end -> assertThat(end).startsWith("The registry is not consistent"));
    }

    @Test
    void aKeyIsALineInEveryLanguage() {
        assertThat(told(new LogKeyShown("name+1234+key"))).isEqualTo("name+1234+key\n");
    }

    /** Otherwise a missing title only shows when somebody views that table. */
    @Test
    void everyTitleOfTheLayoutHasItsText() {
        ResourceBundle layout = ResourceBundle.getBundle("jinbo.operator.answer.layout", Locale.ROOT);
        Set<String> titles = new TreeSet<>();
        layout.keySet().stream()
                .filter(key -> key.endsWith(".columns") || key.endsWith(".fields"))
                .flatMap(key -> Arrays.stream(layout.getString(key).split(" ")))
                .filter(name -> !name.isEmpty())
                .forEach(name ->
                        titles.add("field." + name.replaceFirst(".*[.:]", "").replace("?", "")));

        assertThat(titles).hasSizeGreaterThan(30);
        assertThat(Texts.in(Language.EN).bundle().keySet()).containsAll(titles);
    }

    private static String told(Object result) {
        StringWriter out = new StringWriter();
        new ResultRenderer(new Page(Texts.in(Language.EN), new PrintWriter(out))).render(result);
        return out.toString();
    }
}
