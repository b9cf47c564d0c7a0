package org.bearhug.booking.roster;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * The roster as a table for a spreadsheet (RFC 4180, CRLF, UTF-8). It begins with a byte order mark, without which Excel
 * takes the names for another encoding; programs have the JSON. Names are what strangers have typed, so a cell never
 * begins with what a spreadsheet takes for a formula.
 */
@Provider
@Produces(RosterCsv.TYPE)
class RosterCsv implements MessageBodyWriter<RosterView> {

    static final String TYPE = "text/csv";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What makes a spreadsheet calculate, also in its full width; OWASP, "CSV Injection". */
    private static final String CALCULATING = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.NON_NUMERIC)
            .setHeader(
                    "placeId",
                    "child",
                    "ageWeeks",
                    "carer",
                    "mark",
                    "observedSeconds",
                    "attendance",
                    "title",
                    "localStart",
                    "timeZone")
            .get();

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return RosterView.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            RosterView roster,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, TYPE + ";charset=UTF-8;header=present");
        // Ours and no one's words alone, so that there is nothing to quote.
        headers.putSingle(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"roster-" + roster.localStart().toLocalDate() + "-" + roster.sessionId()
                        + ".csv\"");
        headers.putSingle("X-Content-Type-Options", "nosniff");
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        CSVPrinter table = FORMAT.print(text);
        for (RosterView.Line line : roster.items()) {
            table.printRecord(
                    line.placeId(),
                    harmless(line.childName()),
                    line.ageWeeks(),
                    harmless(line.carerName()),
                    line.mark(),
                    line.observedSeconds(),
                    line.attendance(),
                    harmless(roster.title()),
                    roster.localStart(),
                    roster.timeZone());
        }
        table.flush();
    }

    /** With an apostrophe before what would be calculated, wherever blanks might be stripped too. */
    static String harmless(String cell) {
        if (cell == null || cell.isEmpty()) {
            return cell;
        }
        boolean first = CALCULATING.indexOf(cell.charAt(0)) >= 0;
        String visible = cell.replaceFirst("^[\\p{Z}\\p{Cc}\\p{Cf}]+", "");
        return first || !visible.isEmpty() && CALCULATING.indexOf(visible.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
