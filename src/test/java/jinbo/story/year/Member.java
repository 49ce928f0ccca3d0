package jinbo.story.year;

import java.util.List;

/**
 * A life insurer that takes part.
 *
 * @param code its code
 * @param behaviour how it takes its lists
 * @param caller the number from which it calls
 * @param salespersons the signs of those who call for it
 */
record Member(String code, Behaviour behaviour, String caller, List<String> salespersons) {}
