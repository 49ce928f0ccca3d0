package jinbo.reference.calendar;

import java.util.SortedSet;

/**
 * What an import of a calendar file has changed.
 *
 * @param version the current version after it; a new one, unless nothing has changed
 * @param yearsReplaced the years that were loaded before and have been replaced
 * @param yearsAdded the years that were not loaded before
 * @param daysChanged how many special days were added, removed or altered, in all these years
 */
public record CalendarImport(
        String version, SortedSet<Integer> yearsReplaced, SortedSet<Integer> yearsAdded, int daysChanged) {}
