-- Posts the registration form repeatedly, each time with another e-mail address. FORM has the other fields, COOKIE the cookie.
local form, posted = os.getenv("FORM"), 0
local run = os.time()

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Cookie"] = os.getenv("COOKIE")

function request()
  posted = posted + 1
  return wrk.format(nil, nil, nil, form .. "&email=p" .. posted .. "." .. run .. "%40example.org")
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("Forms: %.0f registrations a second; of 64 at once, median %.0f ms, p99 %.0f ms; %d failed\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
