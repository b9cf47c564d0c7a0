-- Reads the address, again and again.
-- wrk -s get.lua URL -- [CODINGS-UNDERSTOOD] [TAG-OF-WHAT-IS-KNOWN]
function init(arguments)
    wrk.headers["Accept-Encoding"] = arguments[1]
    wrk.headers["If-None-Match"] = arguments[2]
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("RESULT answered=%d refused=%d broken=%d micros=%d p50=%d p99=%d\n", summary.requests,
        errors.status, errors.connect + errors.read + errors.write + errors.timeout, summary.duration,
        latency:percentile(50), latency:percentile(99)))
end
