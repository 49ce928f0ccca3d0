package jinbo.cases;

import java.util.List;
import jinbo.participant.insurer.InsurerCode;

/** What insurers are told beside complaints and decisions, by whoever knows of it: that sanctions begin and end. */
public interface PendingNotices {

    /**
     * What an insurer has to know by now, in the order in which it is told; what it has been told before is left out by whoever
     * asks. Made with {@link PendingNotice#ofSanction}.
     */
    List<PendingNotice> of(InsurerCode insurer);
}
