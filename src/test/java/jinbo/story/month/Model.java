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

    private final Map<String, ModelInsurer> parties = new TreeMap<>();
    private final ModelReceipts answers;
    private final AlertRecipients people = new AlertRecipients();
    private final List<Moment> moments = new ArrayList<>();
    private final boolean ownServers;
    private final Set<Job> missed = new LinkedHashSet<>();
    private boolean isServed = true;
    private Instant now;

    Model(Plan plan) {
        MonthParameters season = plan.season();
        now = season.begin();
        answers = new ModelReceipts(plan.members());
        plan.members().forEach(member -> parties.put(member.code(), new ModelInsurer(member, season)));
        ownServers = plan.members().stream().anyMatch(member -> member.trouble().isWithOwnServer());
        season.first().datesUntil(season.last().plusDays(1)).forEach(this::addMoments);
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
            case COLLECT -> parties.values().forEach(party -> party.collect(now));
            case PUBLISH -> parties.values().forEach(this::publish);
            case WATCH -> people.look(now, found());
        }
    }

    /** What people were told, in order. */
    List<String> told() {
        return people.told();
    }

    /** Each receipt and what it says. */
    List<String> receipts() {
        return answers.receipts();
    }

    /** The lists of an insurer, in order. */
    List<ModelInsurer.Given> lists(String insurer) {
        return parties.get(insurer).lists;
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
        ModelInsurer party = parties.get(upload.insurer());
        party.drop(day -> {
            party.uploadedOn(day);
            answers.take(upload, day);
        });
    }

    @Override
    public void acknowledge(String insurer, String stem, boolean rightly) {
        ModelInsurer party = parties.get(insurer);
        int newest = party.lists.size();
        if (newest > 0) {
            party.drop(day -> {
                party.acknowledged(newest, rightly);
                answers.accept(stem);
            });
        }
    }

    @Override
    public void askForWholeList(String insurer, String stem) {
        ModelInsurer party = parties.get(insurer);
        party.drop(day -> {
            party.asksForWholeList();
            answers.accept(stem);
        });
    }

    @Override
    public void goesDown(String insurer) {
        parties.get(insurer).isUp(false);
    }

    @Override
    public void comesBack(String insurer) {
        ModelInsurer party = parties.get(insurer);
        party.isUp(true);
        if (isServed && party.isCollectedAgain(now)) {
            party.collect(now);
        }
        if (isServed && party.isPublishedAgain(now)) {
            publish(party);
        }
    }

    @Override
    public void suspend(String insurer) {
        parties.get(insurer).suspend();
    }

    @Override
    public void resume(String insurer) {
        parties.get(insurer).resume(SimulatedCalendar.dateOf(now));
    }

    @Override
    public void decide(String stem, boolean release) {
        answers.decide(stem, release, SimulatedCalendar.dateOf(now));
    }

    @Override
    public void agreementsEnd(String insurer, LocalDate on) {
        parties.get(insurer).agreementsEnd(on);
    }

    @Override
    public void agreeAnew(String insurer) {
        parties.get(insurer).agreeAnew(SimulatedCalendar.dateOf(now));
    }

    @Override
    public void renew(String insurer) {
        parties.get(insurer).renew();
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
    public void nobodyServes() {
        isServed = false;
    }

    /** What was missed is made up for once, in the order in which it was due; but nobody looks late. */
    @Override
    public void isServedAgain() {
        isServed = true;
        missed.remove(Job.WATCH);
        missed.forEach(this::run);
        missed.clear();
    }

    private void publish(ModelInsurer party) {
        party.publish(now, answers.list(party.member.code()));
    }

    private Set<SimulatedAlert> found() {
        Set<SimulatedAlert> found = new LinkedHashSet<>();
        if (ownServers) {
            found.add(SimulatedAlert.of("FOUR_EYES_OFF", ""));
        }
        parties.forEach(
                (code, party) -> party.concerns(now, answers.holds(code)).forEach(found::add));
        return found;
    }
}
