package jinbo.operator.job;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jinbo.batch.Remark;
import jinbo.batch.RunProgress;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.erase.EraseEndedNumbers;
import jinbo.batch.erase.EraseEndedNumbers.EraseReport;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishOptions;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.reconciliation.VerifyRunChanges;
import jinbo.batch.remind.RemindBeforeEnd;
import jinbo.batch.settle.SettleCases;
import jinbo.batch.settle.SettleCases.SettleReport;
import jinbo.cases.CaseFile;
import jinbo.demo.AdvanceDemo;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.RunWatch;
import jinbo.operator.alert.RunWatch.WatchReport;
import jinbo.operator.job.JobOperations.AdvanceDemoClock;
import jinbo.operator.job.JobOperations.RunJob;
import jinbo.operator.job.Status.PublishedList;
import jinbo.operator.notification.Notification;
import jinbo.operator.upload.Collected;
import jinbo.operator.upload.Collected.ViolatedRule;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.OperationHandlers;
import org.springframework.beans.factory.BeanFactory;

/** Runs jobs, and advances the clock of a demo. Only the beans of the requested job are created. */
@OperationHandlers
record JobHandlers(Insurers insurers, BeanFactory beans) {

    record DemoAdvanced(Instant now, boolean complete) implements Incomplete {}

    @Handles
    DemoAdvanced advance(AdvanceDemoClock input) throws IOException {
        boolean complete = beans.getBean(AdvanceDemo.class).by(input.workingDays());
        return new DemoAdvanced(beans.getBean(Clock.class).instant(), complete);
    }

    @Handles
    Object run(RunJob input) {
        JobName job = input.job();
        if (job.acceptsInsurer()) {
            // reports a missing or wrong passphrase before anything begins, and prompts only once
            beans.getBean(AssociationKeys.class).requireOpen();
        }
        List<Insurer> wanted = input.insurer().map(insurers::get).map(List::of).orElseGet(insurers::all);
        return beans.getBean(RunProgress.class).during(job.toString(), 0, input.insurer(), () -> run(input, wanted));
    }

    private Object run(RunJob input, List<Insurer> wanted) {
        return switch (input.job()) {
            case COLLECT_UPLOADS -> collect(input, wanted);
            case PUBLISH_BLOCK_LISTS ->
                Published.of(beans.getBean(PublishBlockLists.class)
                        .run(wanted, input.full() ? PublishOptions.WHOLE : PublishOptions.NEXT));
            case SETTLE_CASES ->
                CasesSettled.of(beans.getBean(SettleCases.class).run(wanted));
            case ERASE_ENDED ->
                EndedErased.of(beans.getBean(EraseEndedNumbers.class).run());
            case REMIND_CONSUMERS ->
                ConsumersReminded.of(beans.getBean(RemindBeforeEnd.class).run());
            case WATCH -> WatchResult.of(beans.getBean(RunWatch.class).run());
        };
    }

    /** Nothing is fetched from an inactive insurer. If only such an insurer was requested, the result says why. */
    private Collected collect(RunJob input, List<Insurer> wanted) {
        Collected collected =
                Collected.of(beans.getBean(CollectUploads.class).run(wanted), beans.getBean(VerifyRunChanges.class));
        return input.insurer().isPresent() && wanted.stream().noneMatch(Insurer::isActive)
                ? collected.with(
                        input.insurer().get(), whyNotActive(wanted.get(0)) + "; nothing new is fetched from it")
                : collected;
    }

    private static String whyNotActive(Insurer insurer) {
        return insurer.departure()
                .map(departure -> "it has left on " + departure.on())
                .orElse("it is suspended");
    }

    /** The result of {@code settle-cases}, with counts of closed cases and of ended and proposed sanctions. */
    public record CasesSettled(
            String job,
            List<Delivered> files,
            int closed,
            int ended,
            int proposed,
            List<Remark> withheld,
            List<Remark> problems)
            implements Incomplete {

        public record Delivered(InsurerCode insurer, String file, Instant sealedAt) {}

        static CasesSettled of(SettleReport report) {
            return new CasesSettled(
                    JobName.SETTLE_CASES.toString(),
                    report.delivered().stream().map(CasesSettled::delivered).toList(),
                    report.closed(),
                    report.ended(),
                    report.proposed(),
                    report.withheld(),
                    report.problems());
        }

        @Override
        public boolean complete() {
            return problems.isEmpty();
        }

        private static Delivered delivered(CaseFile file) {
            return new Delivered(file.insurer(), file.name(), file.sealedAt());
        }
    }

    /** The result of {@code remind-consumers}: how many reminders were sent about blocks that end before a day. */
    public record ConsumersReminded(String job, LocalDate endingBy, long sent, Optional<String> problem)
            implements Incomplete {

        static ConsumersReminded of(RemindBeforeEnd.Report report) {
            return new ConsumersReminded(
                    JobName.REMIND_CONSUMERS.toString(), report.endingBy(), report.sent(), report.problem());
        }

        @Override
        public boolean complete() {
            return problem.isEmpty();
        }

        @Derived
        LocalDate lastDay() {
            return endingBy.minusDays(1);
        }
    }

    /**
     * The result of {@code erase-ended}: how many numbers were erased, because their blocks had ended before a day.
     *
     * @param acts how many registrations these numbers had; the name is part of the JSON
     * @param keysDestroyed the years whose keys for hashing numbers were destroyed
     */
    public record EndedErased(
            String job,
            LocalDate endedBy,
            long numbers,
            long acts,
            List<Integer> keysDestroyed,
            Optional<String> problem)
            implements Incomplete {

        static EndedErased of(EraseReport report) {
            return new EndedErased(
                    JobName.ERASE_ENDED.toString(),
                    report.endedBy(),
                    report.numbers(),
                    report.registrations(),
                    report.keysDestroyed(),
                    report.problem());
        }

        @Override
        public boolean complete() {
            return problem.isEmpty();
        }

        @Derived
        String erased() {
            return numbers > 0 ? "SOME" : problem.isPresent() ? "NONE_YET" : "NONE";
        }
    }

    /** The result of {@code publish-block-lists}, with the rules that new or undelivered lists violate, if any. */
    public record Published(
            String job,
            List<PublishedList> lists,
            List<Remark> withheld,
            List<Remark> problems,
            List<ViolatedRule> differences)
            implements Incomplete {

        static Published of(PublishReport report) {
            return new Published(
                    JobName.PUBLISH_BLOCK_LISTS.toString(),
                    report.delivered().stream().map(PublishedList::of).toList(),
                    report.withheld(),
                    report.problems(),
                    ViolatedRule.of(report.differences()));
        }

        @Override
        public boolean complete() {
            return problems.isEmpty() && differences.isEmpty();
        }
    }

    /**
     * The result of {@code watch}.
     *
     * @param wholly true if no check failed
     * @param elsewhere true if another process sends the alerts at this moment
     */
    public record WatchResult(
            String job,
            List<Alert> found,
            List<Notified> told,
            List<Notified> untold,
            boolean wholly,
            boolean elsewhere)
            implements Incomplete {

        public record Notified(
                Notification.Kind kind,
                Alert.Code code,
                Optional<InsurerCode> insurer,
                Optional<String> detail,
                String notifier,
                Optional<String> problem) {

            static Notified of(WatchReport.AlertNotification notification) {
                Alert alert = notification.alert();
                return new Notified(
                        notification.kind(),
                        alert.code(),
                        alert.insurer(),
                        alert.detail(),
                        notification.notifier(),
                        notification.problem());
            }
        }

        static WatchResult of(WatchReport report) {
            List<Notified> all =
                    report.notifications().stream().map(Notified::of).toList();
            Predicate<Notified> failed = told -> told.problem().isPresent();
            return new WatchResult(
                    JobName.WATCH.toString(),
                    report.found(),
                    all.stream().filter(failed.negate()).toList(),
                    all.stream().filter(failed).toList(),
                    report.wholly(),
                    report.elsewhere());
        }

        @Override
        public boolean complete() {
            return untold.isEmpty() && wholly;
        }

        @Derived
        int needed() {
            return found.size();
        }
    }
}
