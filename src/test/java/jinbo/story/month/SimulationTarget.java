package jinbo.story.month;

import java.time.Instant;
import java.time.LocalDate;
import jinbo.platform.faultpoint.FaultPoint;

/** Where a plan happens: the exchange, or the model of it. */
interface SimulationTarget {

    /** Time passes, and what is due is done. */
    void passUntil(Instant instant);

    /** An insurer puts an upload on its drop. */
    void upload(Upload upload);

    /** An insurer acknowledges the newest list on its drop, if there is one. */
    void acknowledge(String insurer, String stem, boolean rightly);

    /** An insurer asks for the whole list. */
    void askForWholeList(String insurer, String stem);

    void goesDown(String insurer);

    void comesBack(String insurer);

    void suspend(String insurer);

    void resume(String insurer);

    /** Its agreements end on a day. */
    void agreementsEnd(String insurer, LocalDate on);

    /** It signs both agreements today. */
    void renewAgreements(String insurer);

    /** An operator decides on a held upload. */
    void decide(String stem, boolean release);

    /** An insurer has another certificate from now on. */
    void renew(String insurer);

    /** The program breaks off when it comes to a point next. */
    void breakOffAt(FaultPoint point);

    /** The program ends and begins again. */
    void restart();

    /** The program ends; what is due waits. */
    void stopServing();

    /** The program begins again. */
    void resumeServing();
}
