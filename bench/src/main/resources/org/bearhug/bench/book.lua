-- Books: each request for another child, its carer's token, and the sessions in turn.
-- wrk -s book.lua URL -- FILE-OF-TOKENS FIRST-SESSION SESSIONS CHILDREN
local threads = 0

function setup(thread)
    thread:set("nth", threads)
    threads = threads + 1
end

function init(arguments)
    tokens = {}
    for line in io.lines(arguments[1]) do
        tokens[#tokens + 1] = "Bearer " .. line
    end
    first, sessions, children = tonumber(arguments[2]), tonumber(arguments[3]), tonumber(arguments[4])
    sent = 0
end

function request()
    local i = sent * 2 + nth
    sent = sent + 1
    if i >= children then
        error("every child has a place already: make the world larger")
    end
    return wrk.format("POST", "/v1/bookings", {
        ["Authorization"] = tokens[i % #tokens + 1],
        ["Content-Type"] = "application/json",
        ["Idempotency-Key"] = string.format("bench-%d-%d", first, i),
    }, string.format(
        '{"sessionId":"50000000-0000-7000-8000-%012x","childIds":["c0000000-0000-7000-8000-%012x"]}',
        first + i % sessions, i))
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("RESULT answered=%d refused=%d broken=%d micros=%d p50=%d p99=%d\n", summary.requests,
        errors.status, errors.connect + errors.read + errors.write + errors.timeout, summary.duration,
        latency:percentile(50), latency:percentile(99)))
end
