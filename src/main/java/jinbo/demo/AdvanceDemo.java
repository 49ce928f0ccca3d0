package jinbo.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import jinbo.batch.Drops;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.schedule.JobScheduler;
import jinbo.demo.DemoHome.DemoError;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.home.DemoClock;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Advances the clock of a served demo, runs the jobs that are due then, and lets sample insurers apply their lists. */
@Component
public record AdvanceDemo(
        Home home,
        Clock clock,
        Calendars calendars,
        Insurers insurers,
        ObjectProvider<JobScheduler> scheduler,
        ObjectProvider<CollectUploads> collect,
        ObjectProvider<Drops> drops) {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Sets the clock to the morning after a number of working days. Returns true if all due runs succeeded. */
    public synchronized boolean by(int workingDays) throws IOException {
        if (!(clock instanceof DemoClock demo) || !scheduler.getObject().isStarted()) {
            throw new HomeException(DemoError.NOT_SERVED, home.root());
        }
        LocalDate day = calendars.current().plusWorkdays(BusinessTime.today(clock), workingDays);
        Instant target =
                day.plusDays(1).atTime(MORNING).atZone(BusinessTime.ZONE).toInstant();
        boolean done = scheduler.getObject().passTime(() -> demo.advanceTo(target), PATIENCE);
        for (SampleInsurer insurer : SampleInsurer.values()) {
            applyAndAcknowledge(insurer);
        }
        return collect.getObject().run(insurers.all()).everythingAnswered() && done;
    }

    private void applyAndAcknowledge(SampleInsurer insurer) throws IOException {
        SamplePartner partner = new SamplePartner(
                insurer,
                new DemoHome(home).partner(insurer),
                drops.getObject().embeddedServer().addressOf(insurer.name()));
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        partner.fetch();
        partner.applyList(now, today);
        partner.acknowledge(now, today);
    }
}
