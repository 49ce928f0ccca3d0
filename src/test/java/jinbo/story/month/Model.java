package jinbo.story.month;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jinbo.platform.faultpoint.FaultPoint;

/**
 * What must come of a plan by the pages of the project: which receipts, which lists, and what people are told when. It knows
 * nothing of the program's code.
 */
final class Model implements SimulationTarget {

    private enum Job {
        COLLECT,
        PUBLISH,
        WATCH
    }

    private record Moment(Instant at, Job job) {}

    private final Map<String, ModelInsurer> modelInsurers = new TreeMap<>();
    private final ModelReceipts modelReceipts;
    private final AlertRecipients alertRecipients = new AlertRecipients();
    private final List<Moment> moments = new ArrayList<>();
    private final boolean ownServers;
    private final Set<Job> missed = new LinkedHashSet<>();
    private boolean isServed = true;
    private Instant now;

    Model(Plan plan) {
        MonthParameters monthParameters = plan.season();
        now = monthParameters.begin();
        modelReceipts = new ModelReceipts(plan.members());
        plan.members().forEach(member -> modelInsurers.put(member.code(), new ModelInsurer(member, monthParameters)));
        ownServers = plan.members().stream().anyMatch(member -> member.trouble().isWithOwnServer());
        monthParameters.first().datesUntil(monthParameters.last().plusDays(1)).forEach(this::addMoments);
        moments.sort(Comparator.comparing(Moment::at));
    }

    private void addMoments(LocalDate day) {
        moments.add(new Moment(SimulatedCalendar.at(day, MonthParameters.COLLECT_IN_THE_MORNING), Job.COLLECT));
        moments.add(new Moment(SimulatedCalendar.at(day, MonthParameters.COLLECT_IN_THE_AFTERNOON), Job.COLLECT));
        if (SimulatedCalendar.isWorkday(day)) {
            moments.add(new Moment(SimulatedCalendar.at(day, MonthParameters.PUBLISH), Job.PUBLISH));
        }
        MonthParameters.WATCH.forEach(time -> moments.add(new Moment(SimulatedCalendar.at(day, time), Job.WATCH)));
    }

    private void run(Job job) {
        switch (job) {
            case COLLECT -> modelInsurers.values().forEach(modelInsurer -> modelInsurer.collect(now));
            case PUBLISH -> modelInsurers.values().forEach(this::publish);
            case WATCH -> alertRecipients.look(now, found());
        }
    }

    /** What people were told, in order. */
    List<String> told() {
        return alertRecipients.told();
    }

    /** Each receipt and what it says. */
    List<String> receipts() {
        return modelReceipts.receipts();
    }

    /** The lists of an insurer, in order. */
    List<ModelInsurer.Given> lists(String insurer) {
        return modelInsurers.get(insurer).lists;
    }

    @Override
    public void passUntil(Instant instant) {
        while (!moments.isEmpty() && !moments.get(0).at().isAfter(instant)) {
            Moment moment = moments.remove(0);
            now = moment.at();
            if (isServed) {
                run(moment.job());
            } else {
                missed.add(moment.job());
            }
        }
        now = instant;
    }

    @Override
    public void upload(Upload upload) {
        ModelInsurer modelInsurer = modelInsurers.get(upload.insurer());
        modelInsurer.drop(day -> {
            modelInsurer.uploadedOn(day);
            modelReceipts.take(upload, day);
        });
    }

    @Override
    public void acknowledge(String insurer, String stem, boolean rightly) {
        ModelInsurer modelInsurer = modelInsurers.get(insurer);
        int newest = modelInsurer.lists.size();
        if (newest > 0) {
            modelInsurer.drop(day -> {
                modelInsurer.acknowledged(newest, rightly);
                modelReceipts.accept(stem);
            });
        }
    }

    @Override
    public void askForWholeList(String insurer, String stem) {
        ModelInsurer modelInsurer = modelInsurers.get(insurer);
        modelInsurer.drop(day -> {
            modelInsurer.asksForWholeList();
            modelReceipts.accept(stem);
        });
    }

    @Override
    public void goesDown(String insurer) {
        modelInsurers.get(insurer).isUp(false);
    }

    @Override
    public void comesBack(String insurer) {
        ModelInsurer modelInsurer = modelInsurers.get(insurer);
        modelInsurer.isUp(true);
        if (isServed && modelInsurer.resumeCollecting(now)) {
            modelInsurer.collect(now);
        }
        if (isServed && modelInsurer.resumePublishing(now)) {
            publish(modelInsurer);
        }
    }

    @Override
    public void suspend(String insurer) {
        modelInsurers.get(insurer).suspend();
    }

    @Override
    public void resume(String insurer) {
        modelInsurers.get(insurer).resume(SimulatedCalendar.dateOf(now));
    }

    @Override
    public void decide(String stem, boolean release) {
        modelReceipts.decide(stem, release, SimulatedCalendar.dateOf(now));
    }

    @Override
    public void agreementsEnd(String insurer, LocalDate on) {
        modelInsurers.get(insurer).agreementsEnd(on);
    }

    @Override
    public void renewAgreements(String insurer) {
        modelInsurers.get(insurer).agreeAnew(SimulatedCalendar.dateOf(now));
    }

    @Override
    public void renew(String insurer) {
        modelInsurers.get(insurer).renew();
    }

    /** Changes nothing. */
    @Override
    public void breakOffAt(FaultPoint point) {
        // what a run has left is done by the next
    }

    /** Changes nothing. */
    @Override
    public void restart() {
        // what is due is in the database
    }

    @Override
    public void stopServing() {
        isServed = false;
    }

    /** What was missed is made up for once, in the order in which it was due; but nobody looks late. */
    @Override
    public void resumeServing() {
        isServed = true;
        missed.remove(Job.WATCH);
        missed.forEach(this::run);
        missed.clear();
    }

    private void publish(ModelInsurer modelInsurer) {
        modelInsurer.publish(now, modelReceipts.list(modelInsurer.member));
    }

    private Set<SimulatedAlert> found() {
        Set<SimulatedAlert> simulatedAlert = new LinkedHashSet<>();
        if (ownServers) {
            simulatedAlert.add(SimulatedAlert.of("FOUR_EYES_OFF", ""));
        }
        modelInsurers.forEach((code, modelInsurer) ->
                modelInsurer.alerts(now, modelReceipts.holds(code)).forEach(simulatedAlert::add));
        return simulatedAlert;
    }
}
