-- Writes documents one after the other: a line of JSON on stdin asks, a line on stdout answers.
--
-- {"job": "write", "tree": file, "form": "docx", "options": {...}, "into": file}
--     -> {"messages": [...]}; the document lies in the file.
-- {"job": "formulas", "texs": [...]}
--     -> {"formulas": [...]}: Typst source in dollar signs, or false where TeX cannot be read.
-- What fails answers {"failure": "..."}. The end of stdin ends the program, and then it removes the
-- folder that it works in, which is its own: who started it may have been killed.

local function read_file(name)
  local file = assert(io.open(name, "rb"))
  local content = file:read("a")
  file:close()
  return content
end

local function write_file(name, content)
  local file = assert(io.open(name, "wb"))
  assert(file:write(content))
  assert(file:close())
end

-- Compiled once: reading a template anew costs a millisecond a document.
local templates = {}

local function template(form)
  if not templates[form] then
    templates[form] = pandoc.template.compile(pandoc.template.default(form))
  end
  return templates[form]
end

local function write(request)
  local document = pandoc.read(read_file(request.tree), "json")
  local options = request.options or {}
  options.template = template(request.form)
  local written
  local messages = pandoc.log.silence(function()
    written = pandoc.write(document, request.form, options)
  end)
  write_file(request.into, written)
  local told = {}
  for place, message in ipairs(messages) do
    -- A message tells its kind and loudness only as JSON.
    told[place] = pandoc.json.decode(pandoc.json.encode(message), false)
  end
  return {messages = pandoc.List(told)}
end

local function formula(tex)
  local written
  local messages = pandoc.log.silence(function()
    local math = pandoc.Math("InlineMath", tex)
    written = pandoc.write(pandoc.Pandoc({pandoc.Plain({math})}), "typst")
  end)
  return #messages == 0 and written
end

local function formulas(request)
  local found = {}
  for place, tex in ipairs(request.texs) do
    found[place] = formula(tex)
  end
  return {formulas = pandoc.List(found)}
end

local jobs = {write = write, formulas = formulas}

for line in io.lines() do
  local is_done, answer = pcall(function()
    local request = pandoc.json.decode(line, false)
    return jobs[request.job](request)
  end)
  if not is_done then
    answer = {failure = tostring(answer)}
  end
  io.stdout:write(pandoc.json.encode(answer), "\n")
  io.stdout:flush()
end

-- Run by hand, this program stands in a folder that is not its own: the name tells.
local here = pandoc.system.get_working_directory()
if here:match("[/\\]biaogan%-pandoc%-[^/\\]+$") then
  pcall(pandoc.system.remove_directory, here, true)
end
