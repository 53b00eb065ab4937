/// The numbers of the names of elements and attributes that a workbook's parts have.
struct SheetNames {
    let data = elementNumber("sheetData")
    let row = elementNumber("row")
    let cell = elementNumber("c")
    let value = elementNumber("v")
    let formula = elementNumber("f")
    let inline = elementNumber("is")
    let text = elementNumber("t")
    let run = elementNumber("r")
    let runStyle = elementNumber("rPr")
    let phoneticRun = elementNumber("rPh")
    let item = elementNumber("si")
    let style = elementNumber("s")
    let hidden = elementNumber("hidden")
}
