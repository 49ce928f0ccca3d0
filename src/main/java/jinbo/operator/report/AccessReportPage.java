package jinbo.operator.report;

import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.ActorRole;
import jinbo.accesslog.CountAccesses.AccessCount;
import jinbo.operator.report.AccessReport.AccessTotals;
import jinbo.operator.report.AccessReport.ReportHeader;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.error.RecordedSentences;
import jinbo.platform.http.PrintablePage;
import jinbo.reference.calendar.BusinessTime;

/** The access report as a printable HTML page in Chinese and English, without scripts or external resources. */
final class AccessReportPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'xxx", Locale.ROOT);

    private AccessReportPage() {}

    /** Writes the page while reading the counts; they must be sorted by insurer, those without an insurer last. */
    static AccessTotals write(
            ReportHeader header, Map<String, String> names, Stream<AccessCount> counts, OutputStream out) {
        Sections sections = new Sections(counts.iterator(), names);
        PrintablePage.write(
                "operator/report/access-report",
                Map.of(
                        "header",
                        header,
                        "covers",
                        sections.label(header.insurer().map(InsurerCode::value), BilingualLabel.ALL_INSURERS),
                        "madeAt",
                        TIME.format(header.madeAt().atZone(BusinessTime.ZONE)),
                        "sections",
                        sections),
                out);
        return sections.totals();
    }

    /**
     * The sections of the page, one for each insurer. The template engine calls {@link #hasNext} before it has read the
     * rows of the current section, when it is unknown whether another one follows. Therefore an empty section, which
     * the page does not show, marks the end.
     */
    static final class Sections implements Iterator<Sections.Section> {

        private final Iterator<AccessCount> counts;
        private final Map<String, String> names;
        private Optional<AccessCount> next;
        private AccessTotals totals = AccessTotals.NOTHING;
        private boolean isEmpty = true;
        private boolean ended;

        Sections(Iterator<AccessCount> counts, Map<String, String> names) {
            this.counts = counts;
            this.names = names;
            this.next = readNext();
        }

        @Override
        public boolean hasNext() {
            return !ended;
        }

        @Override
        public Section next() {
            ended = next.isEmpty();
            return new Section(next.flatMap(AccessCount::insurer));
        }

        public boolean isEmpty() {
            return isEmpty;
        }

        AccessTotals totals() {
            return totals;
        }

        public List<String> sums() {
            return cells(totals);
        }

        BilingualLabel label(Optional<String> insurer, BilingualLabel ifNone) {
            return insurer.map(code -> names.containsKey(code) ? code + " " + names.get(code) : code)
                    .map(PrintablePage::visible)
                    .map(text -> new BilingualLabel(text, text))
                    .orElse(ifNone);
        }

        private Optional<AccessCount> readNext() {
            return counts.hasNext() ? Optional.of(counts.next()) : Optional.empty();
        }

        private static List<String> cells(AccessTotals sums) {
            return Stream.of(sums.accesses(), sums.numbers(), sums.failed(), sums.withoutResult(), sums.refusals())
                    .map(sum -> String.format(Locale.ENGLISH, "%,d", sum))
                    .toList();
        }

        final class Section implements Iterator<Row> {

            private final Optional<String> insurer;
            private AccessTotals ofInsurer = AccessTotals.NOTHING;

            private Section(Optional<String> insurer) {
                this.insurer = insurer;
            }

            @Override
            public boolean hasNext() {
                return next.isPresent() && next.get().insurer().equals(insurer);
            }

            @Override
            public Row next() {
                AccessCount count = next.orElseThrow();
                isEmpty = false;
                totals = totals.plus(count);
                ofInsurer = ofInsurer.plus(count);
                next = readNext();
                return new Row(
                        PrintablePage.visible(count.actor()),
                        BilingualLabel.of(count.role()),
                        PrintablePage.visible(count.confirmedBy().orElse("")),
                        count.action(),
                        BilingualLabel.of(count.action()),
                        PrintablePage.visible(
                                Stream.of(RecordedSentences.in(count.purpose(), Locale.CHINESE), count.purpose())
                                        .distinct()
                                        .collect(Collectors.joining(" "))),
                        cells(AccessTotals.NOTHING.plus(count)));
            }

            /** True for the empty section at the end. */
            public boolean isEnd() {
                return ended;
            }

            public BilingualLabel title() {
                return label(insurer, BilingualLabel.NO_INSURER);
            }

            public Iterator<Row> rows() {
                return this;
            }

            public List<String> sums() {
                return cells(ofInsurer);
            }
        }

        record Row(
                String actor,
                BilingualLabel role,
                String confirmedBy,
                AccessAction action,
                BilingualLabel actionLabel,
                String purpose,
                List<String> counts) {}
    }

    record BilingualLabel(String zh, String en) {

        static final BilingualLabel ALL_INSURERS = new BilingualLabel("全部保险公司", "all insurers");
        static final BilingualLabel NO_INSURER = new BilingualLabel("不属于单个保险公司", "no single insurer");

        static BilingualLabel of(ActorRole role) {
            return switch (role) {
                case BATCH -> new BilingualLabel("批处理", "batch");
                case OPERATOR -> new BilingualLabel("操作员", "operator");
                case KEY_OFFICER -> new BilingualLabel("密钥管理员", "key officer");
                case AUDITOR -> new BilingualLabel("审计员", "auditor");
                case SYSTEM -> new BilingualLabel("系统", "system");
                case CONSUMER -> new BilingualLabel("消费者", "consumer");
            };
        }

        static BilingualLabel of(AccessAction action) {
            return switch (action) {
                case TAKE_IN -> new BilingualLabel("接收入库", "ingests an upload");
                case RELEASE -> new BilingualLabel("决定待核文件", "releases or refuses a held upload");
                case READ_FOR_LISTS -> new BilingualLabel("读取登记以生成名单", "reads the registry for block lists");
                case PUBLISH_LIST -> new BilingualLabel("生成禁拨名单", "publishes a block list");
                case VERIFY_REGISTRY -> new BilingualLabel("对账核验", "verifies the registry");
                case SEARCH_BY_NUMBER -> new BilingualLabel("按号码检索", "searches for a number");
                case CHOOSE -> new BilingualLabel("登记消费者的选择", "registers a consumer's choice");
                case RELEASE_NUMBER -> new BilingualLabel("登记号码易主", "records that a number changed hands");
                case LOOK_UP -> new BilingualLabel("查询号码", "looks up a number");
                case COMPLAIN -> new BilingualLabel("登记来电投诉", "opens a case");
                case SHOW_CASES -> new BilingualLabel("查看案件", "shows cases");
                case WEIGH_CASE -> new BilingualLabel("查看证据", "views the evidence of a case");
                case HAND_OVER_CASES -> new BilingualLabel("案件转保险公司", "sends cases to an insurer");
                case WITHDRAW -> new BilingualLabel("撤回投诉", "withdraws complaints");
                case SUCCEED -> new BilingualLabel("承继", "transfers blocks to a successor");
                case ERASE -> new BilingualLabel("清除号码", "erases numbers");
                case SETTLE_RESTORATION -> new BilingualLabel("结束备份恢复处理", "ends a recovery");
                case PROVE_NUMBER -> new BilingualLabel("验证号码", "verifies a number with a code");
                case SHOW_REGISTRATION -> new BilingualLabel("查看登记", "shows a consumer the registration");
                case REMIND -> new BilingualLabel("到期提醒", "reminds a consumer that a block ends soon");
                case DECIDE -> new BilingualLabel("决定", "makes a decision");
            };
        }
    }
}
